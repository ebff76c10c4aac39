export { helpHref, mayOpen } from './pages.ts'
export { ownCardHref } from './cards.ts'
