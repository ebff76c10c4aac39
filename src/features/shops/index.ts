export { addShop, type NewShop } from './actions.ts'
export { yearWarning } from './calendar.ts'
export { allShops, calendarOf, findShop, findShopByCode, shopsOf, type Shop } from './store.ts'
export {
  dayPlan,
  keepsBuyerData,
  nextWorkingDay,
  shiftAt,
  type DayPlan,
  type Shift,
  type ShopCalendar,
} from './rules.ts'
