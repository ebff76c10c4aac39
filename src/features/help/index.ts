export { helpHref } from './pages.ts'
export { ownCardHref } from './cards.ts'
