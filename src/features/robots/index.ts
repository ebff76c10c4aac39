export { robotSender } from './sender.ts'
export { tellingJob } from './telling.ts'
