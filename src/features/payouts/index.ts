export { payoutCameBack, payOut, refusePayout, withdrawPayout } from './deciding.ts'
export { sweepPayouts } from './jobs.ts'
export { preparePayout, type PayoutWish } from './preparing.ts'
export { payoutsOfOrder, waitingPayouts, type Payout, type PayoutRow } from './store.ts'
