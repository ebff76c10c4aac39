export { cancelCampaign, changeCampaign, planCampaign, type CampaignWish } from './actions.ts'
export { campaignsOn, isBigDay, type Campaign } from './store.ts'
export { phaseOf } from './rules.ts'
