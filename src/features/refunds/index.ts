export { agreeRefund, finishRefund, reopenRefund, withdrawRefund, type RefundWish } from './actions.ts'
export { linkNewOrder } from './linking.ts'
export { openRefunds, type Refund } from './store.ts'
export { sweepRefunds } from './sweep.ts'
