/** Every command: what it takes, what it does. What it needs is loaded only when it is called. */
import type { Call, Options } from './call.ts'
import { words, type CommandName } from './messages.ts'
import type { Lang } from '../core/i18n.ts'

export type Command = {
  name: CommandName
  takes?: readonly string[]
  options?: Options
  run(call: Call): Promise<void>
}

const shop = { value: 'CODE', must: true }
const json = {}

export const commands: readonly Command[] = [
  { name: 'serve', run: async (call) => (await import('./serve.ts')).serve(call) },
  { name: 'migrate', run: async (call) => (await import('./desk.ts')).migrateNow(call) },
  {
    name: 'shop add',
    takes: ['CODE'],
    options: {
      name: { value: 'NAME', must: true },
      platform: { value: 'taobao|tmall|jd|pinduoduo|douyin' },
      cutoff: { value: '16:00' },
      rest: { value: 'none|sun|sat,sun' },
    },
    run: async (call) => (await import('./shops.ts')).add(call),
  },
  {
    name: 'shop list',
    options: { json },
    run: async (call) => (await import('./shops.ts')).list(call),
  },
  {
    name: 'user add',
    takes: ['HANDLE'],
    options: {
      roles: { value: 'agent,…', must: true },
      shops: { value: 'CODE,…', must: true },
      'password-stdin': {},
    },
    run: async (call) => (await import('./people.ts')).add(call),
  },
  {
    name: 'user list',
    options: { json },
    run: async (call) => (await import('./people.ts')).list(call),
  },
  {
    name: 'user disable',
    takes: ['HANDLE'],
    options: { heir: { value: 'HANDLE' }, 'report-heir': { value: 'HANDLE' } },
    run: async (call) => (await import('./people.ts')).disable(call),
  },
  {
    name: 'import',
    takes: ['FILE'],
    options: { shop, apply: {}, json },
    run: async (call) => (await import('./imports.ts')).importFrom(call),
  },
  {
    name: 'orders',
    options: { shop, day: { value: 'YYYY-MM-DD' }, json },
    run: async (call) => (await import('./orders.ts')).orders(call),
  },
  {
    name: 'batch',
    options: { shop, day: { value: 'YYYY-MM-DD', must: true }, json },
    run: async (call) => (await import('./batches.ts')).batch(call),
  },
  {
    name: 'reports',
    options: { shop, day: { value: 'YYYY-MM-DD' }, json },
    run: async (call) => (await import('./reports.ts')).reports(call),
  },
  {
    name: 'outbox',
    options: { shop: { value: 'CODE' }, json },
    run: async (call) => (await import('./outbox.ts')).outbox(call),
  },
  { name: 'demo', run: async (call) => (await import('./serve.ts')).demo(call) },
  { name: 'backup', takes: ['FILE'], run: async (call) => (await import('./backups.ts')).backup(call) },
  {
    name: 'restore',
    takes: ['FILE'],
    options: { force: {} },
    run: async (call) => (await import('./backups.ts')).restore(call),
  },
]

/** "shop add CODE --name NAME [--cutoff 16:00]" */
export function usageOf({ name, takes = [], options = {} }: Command): string {
  const flags = Object.entries(options).map(([option, { value, must }]) => {
    const text = value ? `--${option} ${value}` : `--${option}`
    return must ? text : `[${text}]`
  })
  return [name, ...takes, ...flags].join(' ')
}

export function help(lang: Lang): string {
  const t = words(lang)
  const lines = commands.map((c) => `  ${usageOf(c)}\n      ${t.does[c.name]}`)
  return [t.intro, '', `${t.usage}npm run zaowan -- …`, '', ...lines, '', t.andAlways, t.settings].join('\n')
}
