export { addShop, type NewShop } from './actions.ts'
export { yearWarning } from './calendar.ts'
export { forEachShop } from './each.ts'
export { ownShop, shopHere } from './own.ts'
export { changeSettings } from './changing.ts'
export { allShops, calendarOf, findShop, findShopByCode, shopsOf, type Shop } from './store.ts'
export {
  acknowledgeMinutesOf,
  dayPlan,
  idleMsOf,
  isWithin,
  keepsBuyerData,
  nextWorkingDay,
  shiftAt,
  unpaidWindowOn,
  type DayPlan,
  type ShopSettings,
  type Shift,
  type ShiftTimes,
  type ShopCalendar,
} from './rules.ts'
