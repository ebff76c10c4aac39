export {
  addGiftRule,
  changeGiftRule,
  endGiftRule,
  reopenGiftRule,
  switchGiftRule,
  type RuleWish,
} from './actions.ts'
export { declineProposal, reopenProposal, takeProposal } from './proposals.ts'
export { openProposals, type Proposal } from './store-proposals.ts'
export { findRule, type GiftRule } from './store.ts'
export { dryRun, type DryRun } from './dry-run.ts'
export { sweepGifts } from './sweep.ts'
