/** The words of robots: what they say in a group, what they answered, what is refused, what happened. */
import { dictionary } from '../../core/i18n.ts'
import type { Tone } from '../inbox/index.ts'
import type { Kind } from './address.ts'
import type { Trouble } from './answers.ts'
import type { Topic } from './topics.ts'

const zh = {
  robots: '群机器人',
  kinds: { dingtalk: '钉钉', wecom: '企业微信', feishu: '飞书' } as Record<Kind, string>,
  topics: {
    batch: '批次和截单',
    hold: '暂缓',
    handover: '交接班',
    claim: '奖品',
    entry: '售后',
    refund: '退款重拍',
    payout: '打款',
    followups: '跟进',
    task: '待办',
    meeting: '会议',
    report: '日报',
    roster: '排班',
    campaign: '活动',
    notice: '公告',
    other: '其他',
  } as Record<Topic, string>,
  says: {
    head: (shop: string) => `早晚 · ${shop}`,
    tone: { late: '急', soon: '今天', calm: '知会' } as Record<Tone, string>,
    line: (tone: string, topic: string, n: number) => `【${tone}】${topic} ${n} 条`,
    count: (topic: string, n: number) => `${topic} ${n} 条`,
    comma: '、',
    more: (n: number) => `… 还有 ${n} 条`,
    subject: (robot: string, what: string) => `群「${robot}」：${what}`,
    test: '测试',
    testLine: '测试：看到这一行，就说明这个群收得到早晚的通知。',
  },
  /** What the answer means and what to do. */
  trouble: {
    keyword: '机器人要关键词，而消息里没有。到群的机器人设置里把关键词改成“早晚”，或者改用加签。',
    signature: '签名没对上。到群的机器人设置里重新复制加签密钥，在下面“换地址”里贴一次；再看看这台服务器的时间准不准。',
    ip: '机器人只认白名单里的 IP。到群的机器人设置里加上这台服务器的出口 IP，或者改用关键词“早晚”或加签。',
    security: '机器人的安全设置不放行。到群的机器人设置里核对关键词（早晚）、加签和 IP 白名单。',
    token: '地址不对，或者机器人已经从群里删掉了。到群里重新复制 Webhook 地址，在下面“换地址”里贴上。',
    stopped: '机器人在群里被停用了。到群的机器人设置里启用它。',
    rate: '发得太快，平台让等一等。不用管，过一会自己再发。',
    long: '消息太长，平台不收。请告诉管理员。',
    request: '平台说消息的写法不对。请核对贴的是不是群机器人的 Webhook 地址，再告诉管理员。',
    busy: '平台正忙，过一会自己再发。',
    strange: '回答的不像是机器人，多半是防火墙、代理或上网登录页挡住了。过一会自己再发；一直这样就请管理员看看网络。',
    silent: '连不上，或者没有回答。过一会自己再发；一直这样就请管理员看看这台服务器能不能上外网。',
    turn: '在排队：平台一分钟只收这么多，轮到了就发。',
    off: '发的时候机器人是关着的。打开后可以在发件箱再发一次。',
    removed: '机器人已经删掉了，这封不会再发。',
    sealed: '地址打不开：服务器的密钥（ZAOWAN_KEY 或 zaowan.key）换过了。在下面“换地址”里重新贴一次。',
    unknown: '没有送到。下面是平台的原话，请按它查一查。',
  } as Record<Trouble, string>,
  refused: {
    notFound: '没有这个机器人，或者不归你的店铺。',
    faster: '有人刚改过，没有保存。请看看现在的样子。',
    nameNeeded: '要写名称，比如群的名字。',
    wrongAddress:
      '这不是群机器人的 Webhook 地址。请到群的机器人设置里整条复制：钉钉 https://oapi.dingtalk.com/robot/send?access_token=…，企业微信 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…，飞书 https://open.feishu.cn/open-apis/bot/v2/hook/…',
    wrongSecret: '密钥里有空格或别的字。请到群的机器人设置里重新复制。',
    otherKind: '这是另一个平台的地址。别的平台的机器人请新加一个。',
    thereAlready: '这个机器人已经在了，不用再加。',
    onAlready: '已经是开着的。',
    offAlready: '已经是关着的。',
    isOff: '机器人关着，先打开再试。',
    inDemo: '演示店铺不往外发，也不保存地址。',
  },
  happened: {
    added: (name: string, kind: string) => `加了群机器人「${name}」（${kind}）`,
    renamed: (before: string, name: string) => `群机器人「${before}」改名「${name}」`,
    on: (name: string) => `打开群机器人「${name}」`,
    off: (name: string) => `关掉群机器人「${name}」`,
    readdressed: (name: string) => `换了群机器人「${name}」的地址`,
    removed: (name: string) => `删掉群机器人「${name}」`,
    tested: (name: string) => `试了群机器人「${name}」`,
    routed: (name: string, changes: string) => `群机器人「${name}」：${changes}`,
    change: (topic: string, before: string, after: string) => `${topic} ${before} → ${after}`,
    comma: '，',
  },
  least: { none: '不发', late: '急的', soon: '急的和今天的', calm: '全部' } as Record<Tone | 'none', string>,
}

const en: typeof zh = {
  robots: 'Chat robots',
  kinds: { dingtalk: 'DingTalk', wecom: 'WeCom', feishu: 'Feishu' },
  topics: {
    batch: 'Batch and cutoff',
    hold: 'Holds',
    handover: 'Handover',
    claim: 'Prizes',
    entry: 'After-sales',
    refund: 'Refunds bought anew',
    payout: 'Payouts',
    followups: 'Follow-ups',
    task: 'Tasks',
    meeting: 'Meetings',
    report: 'Daily reports',
    roster: 'Roster',
    campaign: 'Campaigns',
    notice: 'Notices',
    other: 'Everything else',
  },
  says: {
    head: (shop) => `早晚 Zaowan · ${shop}`,
    tone: { late: 'Now', soon: 'Today', calm: 'To know' },
    line: (tone, topic, n) => `[${tone}] ${topic}: ${n}`,
    count: (topic, n) => `${topic}: ${n}`,
    comma: ', ',
    more: (n) => `… and ${n} more`,
    subject: (robot, what) => `Group “${robot}”: ${what}`,
    test: 'test',
    testLine: 'Test: if you read this line, this group hears what the board has to say.',
  },
  trouble: {
    keyword:
      "The robot wants a keyword that the message does not have. In the group's robot settings make the keyword 早晚, or use a signature instead.",
    signature:
      "The signature does not fit. Copy the secret anew from the group's robot settings and paste it under “Replace the address” below; then check this server's clock.",
    ip: "The robot only hears IP addresses of its list. Add this server's outgoing address in the group's robot settings, or use the keyword 早晚 or a signature instead.",
    security:
      "The robot's security settings refuse us. Check keyword (早晚), signature and IP list in the group's robot settings.",
    token:
      'The address is wrong, or the robot was removed from its group. Copy the webhook address anew from the group and paste it under “Replace the address” below.',
    stopped: "The robot is stopped in its group. Start it in the group's robot settings.",
    rate: 'Too fast: the platform wants a pause. Nothing to do, it is sent again by itself.',
    long: 'The platform says the message is too long. Please tell the administrator.',
    request:
      'The platform does not understand the message. Check that the address is the webhook of a group robot, then tell the administrator.',
    busy: 'The platform is busy; it is sent again by itself.',
    strange:
      "What answered is no robot: probably a firewall, a proxy or a network's sign-in page. It is sent again by itself; if it stays so, ask the administrator to look at the network.",
    silent:
      'No connection, or no answer. It is sent again by itself; if it stays so, ask the administrator whether this server reaches the internet.',
    turn: 'Waiting for its turn: the platform takes so many a minute and no more.',
    off: 'The robot was off when it was to be sent. Switched on, it can be sent again from the outbox.',
    removed: 'The robot was removed; this one will not be sent.',
    sealed:
      "The address does not open: the server's key (ZAOWAN_KEY or zaowan.key) is another one. Paste the address again under “Replace the address” below.",
    unknown: "It did not arrive. Below are the platform's own words.",
  },
  refused: {
    notFound: 'There is no such robot, or it belongs to another shop.',
    faster: 'Somebody has just changed it; nothing was saved. Look at how it stands now.',
    nameNeeded: 'Write a name, for example that of the group.',
    wrongAddress:
      "This is not the webhook address of a group robot. Copy it whole from the group's robot settings: DingTalk https://oapi.dingtalk.com/robot/send?access_token=…, WeCom https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…, Feishu https://open.feishu.cn/open-apis/bot/v2/hook/…",
    wrongSecret: "There is a space or something else in the secret. Copy it anew from the group's robot settings.",
    otherKind: 'This is an address of another platform. Add robots of other platforms as new ones.',
    thereAlready: 'This robot is here already; there is no need to add it.',
    onAlready: 'It is on already.',
    offAlready: 'It is off already.',
    isOff: 'The robot is off. Switch it on first.',
    inDemo: 'The demo shop sends nothing out and keeps no addresses.',
  },
  happened: {
    added: (name, kind) => `added the chat robot “${name}” (${kind})`,
    renamed: (before, name) => `renamed the chat robot “${before}” to “${name}”`,
    on: (name) => `switched the chat robot “${name}” on`,
    off: (name) => `switched the chat robot “${name}” off`,
    readdressed: (name) => `replaced the address of the chat robot “${name}”`,
    removed: (name) => `removed the chat robot “${name}”`,
    tested: (name) => `tried the chat robot “${name}”`,
    routed: (name, changes) => `chat robot “${name}”: ${changes}`,
    change: (topic, before, after) => `${topic} ${before} → ${after}`,
    comma: ', ',
  },
  least: { none: 'Nothing', late: 'Late only', soon: 'Soon and late', calm: 'All' },
}

export const words = dictionary(zh, en)
