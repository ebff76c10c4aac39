/** What a robot says, as a letter. Pure. */
import type { Lang } from '../../core/i18n.ts'
import type { Content } from '../../core/outbox-rules.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { fitted } from './rate.ts'
import type { Robot } from './store.ts'
import type { Bundle, Topic } from './topics.ts'

type Named = Pick<Robot, 'name' | 'kind'>
type Digest = { subject: string; text: string }

/** The first line stands in every message, so that a group can ask for the keyword 早晚. */
const headOf = (shop: Pick<Shop, 'name'>, lang: Lang) => words(lang).says.head(plain(shop.name))

/** Nothing that a platform reads as an @ or a tag. */
const plain = (text: string) => text.replaceAll(/[<>@]/g, ' ')

export function digestOf(
  { name, kind }: Named,
  shop: Pick<Shop, 'name'>,
  found: readonly Bundle[],
  { lang, publicUrl }: { lang: Lang; publicUrl: URL | undefined },
): Digest {
  const t = words(lang).says
  const lines = found.map(({ topic, tone, n, path }) => {
    const link = publicUrl ? ` ${new URL(path, publicUrl).href}` : ''
    return { text: t.line(t.tone[tone], words(lang).topics[topic], n) + link, stands: n }
  })
  const head = { text: headOf(shop, lang), stands: 0 }
  const sums = new Map<Topic, number>()
  for (const { topic, n } of found) sums.set(topic, (sums.get(topic) ?? 0) + n)
  const subject = [...sums].map(([topic, n]) => t.count(words(lang).topics[topic], n)).join(t.comma)
  return { subject: t.subject(name, subject), text: fitted(kind, [head, ...lines], t.more) }
}

export const testOf = ({ name }: Named, shop: Pick<Shop, 'name'>, lang: Lang): Digest => ({
  subject: words(lang).says.subject(name, words(lang).says.test),
  text: `${headOf(shop, lang)}\n${words(lang).says.testLine}`,
})

export const contentOf = ({ name }: Named, shop: Pick<Shop, 'name'>, { subject, text }: Digest): Content => ({
  subject,
  from: shop.name,
  to: [name],
  cc: [],
  html: '',
  text,
  attachments: [],
})
