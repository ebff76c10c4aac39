export { addShop, type NewShop } from './actions.ts'
export { yearWarning } from './calendar.ts'
export { allShops, calendarOf, findShop, findShopByCode, shopsOf, type Shop } from './store.ts'
export {
  dayPlan,
  idleMsOf,
  isWithin,
  keepsBuyerData,
  nextWorkingDay,
  shiftAt,
  type DayPlan,
  type Shift,
  type ShiftTimes,
  type ShopCalendar,
} from './rules.ts'
