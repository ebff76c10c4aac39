export { agreeRefund, finishRefund, reopenRefund, withdrawRefund, type RefundWish } from './actions.ts'
export { linkNewOrder } from './linking.ts'
export { sweepRefunds } from './sweep.ts'
