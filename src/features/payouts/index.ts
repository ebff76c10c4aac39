export { payoutCameBack, payOut, refusePayout, withdrawPayout } from './deciding.ts'
export { sweepPayouts } from './jobs.ts'
export { preparePayout } from './preparing.ts'
