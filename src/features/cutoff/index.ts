export { cutoffPlate, type Plate } from './plate.ts'
export { batchOf, lastBatch, type Batch, type Shipment } from './store.ts'
