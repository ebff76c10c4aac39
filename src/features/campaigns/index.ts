export { cancelCampaign, changeCampaign, planCampaign, type CampaignWish } from './actions.ts'
export { allCampaigns, campaignsById, campaignsOn, findCampaign, isBigDay, type Campaign } from './store.ts'
export { phaseOf, type Phase } from './rules.ts'
