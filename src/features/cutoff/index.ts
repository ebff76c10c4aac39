export { cutoffPlate, type Plate } from './plate.ts'
export { handOver, packShipment, undoPacking } from './actions.ts'
export { labelParcel, notAside, putAside, removeLabel, takeBack } from './labels.ts'
export {
  isStopOpen,
  isUnpacked,
  mayAskStop,
  packingBlockers,
  type Parcel,
  type Stage,
  type StopAnswer,
} from './rules.ts'
export {
  batchOf,
  findShipment,
  lastBatch,
  openGifts,
  parcelById,
  type Batch,
  type Gift,
  type Shipment,
} from './store.ts'
export { freezeBatch } from './freeze.ts'
export { batchReport } from './report.ts'
export { dayStanding, type DayStanding } from './standing.ts'
export { answerStop, askStop } from './stopping.ts'
