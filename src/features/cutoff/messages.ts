import { dictionary } from '../../core/i18n.ts'

const zh = {
  notFound: '没有这个包裹，或者不归你的店铺。',
  noBatch: '没有这个批次，或者不归你的店铺。',
  someoneFaster: '刚才有人先动了这个包裹，现在的样子在下面。',
  stopOpen: '这个包裹有人要停，先回一句：拦下了，还是来不及。',
  alreadyPacked: '这个包裹已经包好了。',
  alreadyHanded: '这个包裹已经交给快递了。',
  isStopped: '这个包裹已经拦下，不发了。',
  notPacked: '还没包好，先扫一下包装，再交快递。',
  notHanded: '还没交给快递，不用收回。',
  notLabelled: '这个包裹没贴运单。',
  notAside: '这个包裹没放在一边。',
  cannotUnpack: '只有包好、还没交快递的包裹能退回。',
  needsWaybill: '要写快递公司和运单号。',
  orderBlocked: '这单现在不能发，先放一边。原因在订单页上。',
  giftsLeft: (names: string) => `还有赠品没放：${names}。放好打勾，或写明为什么不放。`,
  stopAsked: '已经有人要停这个包裹了，等仓库回话。',
  stopTooLate: (carrier: string, waybill: string) =>
    `已经交给快递了（${[carrier, waybill].filter(Boolean).join(' ')}），这里停不了，请联系快递拦截。`,
  stopNotAsked: '没人要停这个包裹，或者已经回过话了。',
  whyRequired: '要写为什么',
}

const en: typeof zh = {
  notFound: 'There is no such parcel, or it belongs to another shop.',
  noBatch: 'There is no such batch, or it belongs to another shop.',
  someoneFaster: 'Someone else has just moved this parcel. How it stands now is shown below.',
  stopOpen: 'Somebody asked to stop this parcel. Answer first: stopped, or too late.',
  alreadyPacked: 'This parcel is already packed.',
  alreadyHanded: 'This parcel is already with the courier.',
  isStopped: 'This parcel was stopped and does not go out.',
  notPacked: 'It is not packed yet. Scan it as packed first, then hand it to the courier.',
  notHanded: 'It is not with the courier, so there is nothing to take back.',
  notLabelled: 'This parcel has no waybill label.',
  notAside: 'This parcel was not put aside.',
  cannotUnpack: 'Only a parcel that is packed and not yet with the courier can be opened again.',
  needsWaybill: 'Carrier and waybill number are needed.',
  orderBlocked: 'This order must not ship now: put it aside. The reason stands on the order’s page.',
  giftsLeft: (names) => `Gifts are missing: ${names}. Put them in and tick them, or say why they are left out.`,
  stopAsked: 'Somebody has already asked to stop this parcel. The warehouse will answer.',
  stopTooLate: (carrier, waybill) =>
    `It is already with the courier (${[carrier, waybill].filter(Boolean).join(' ')}) and cannot be stopped here. Please ask the courier to intercept it.`,
  stopNotAsked: 'Nobody asked to stop this parcel, or the answer has been given already.',
  whyRequired: 'Please say why',
}

export const words = dictionary(zh, en)
