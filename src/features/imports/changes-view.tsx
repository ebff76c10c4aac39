/** What an import changes in orders that the board knows: how often, and the first of them one by one. */
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import { shortened, yuan } from '../../core/text.ts'
import { Badge } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { flagWord, refundWord, stateWord, type Example, type OrderFacts } from '../orders/index.ts'
import { pageWords } from './page-messages.ts'
import type { ImportSummary } from './rules.ts'

type Field = keyof ReturnType<typeof pageWords>['fields']

export function ChangesView({ counts, zone, lang }: { counts: ImportSummary; zone: string; lang: Lang }) {
  const t = pageWords(lang)
  const fields = Object.entries(counts.fields) as [Field, number][]
  const { examples } = counts
  if (!fields.length && !examples.length) return null
  return (
    <section class="panel">
      <header>
        <h2>{t.whatChanged}</h2>
        <span class="count">{examples.length > 0 && t.examples(examples.length)}</span>
      </header>
      <ul class="line changed">
        {fields
          .filter(([field]) => field !== 'platformStatus' || fields.length === 1)
          .sort(([, a], [, b]) => b - a)
          .map(([field, n]) => (
            <li>
              {t.fields[field]} <span class="quiet">{t.ordersWith(n)}</span>
            </li>
          ))}
      </ul>
      {examples.length > 0 && <Examples examples={examples} zone={zone} lang={lang} />}
    </section>
  )
}

const Examples = ({ examples, zone, lang }: { examples: readonly Example[]; zone: string; lang: Lang }) => {
  const t = pageWords(lang)
  return (
    <table class="rows tight">
      <caption class="unseen">{t.whatChanged}</caption>
      <Heads names={t.exampleColumns} />
      <tbody>
        {examples.map(({ tid, line, before, after, asks }) => (
          <tr>
            <td class="at">{line}</td>
            <th scope="row">
              <span class="id">{tid}</span>
            </th>
            <td class="full">
              {(Object.keys(after) as Field[])
                .filter((field) => field !== 'platformStatus' || !('state' in after))
                .map((field) => change(field, before[field], after[field], zone, lang))
                .join(lang === 'zh' ? '；' : '; ')}
            </td>
            <td class="state">
              {asks.map((ask) => (
                <Badge tone="soon">{asked(ask, lang)}</Badge>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "旗 红 → 紫" */
function asked({ field, board, file }: Example['asks'][number], lang: Lang): string {
  const t = pageWords(lang)
  const say = { flag: flagWord, status: stateWord, refund: refundWord } as Record<
    string,
    (value: never, lang: Lang) => string
  >
  const word = (value: string | undefined) => say[field]!(value as never, lang)
  return field in say ? `${t.field[field]} ${t.to(word(board), word(file))}` : t.field[field]
}

/** "状态 等发货 → 已发货"; of what is masked or long only its name. */
function change(field: Field, was: unknown, is: unknown, zone: string, lang: Lang): string {
  const t = pageWords(lang)
  if (is === '*') return t.fields[field]
  const [before, after] = [word(field, was, zone, lang), word(field, is, zone, lang)]
  return `${t.fields[field]} ${t.to(before, after)}`
}

function word(field: Field, value: unknown, zone: string, lang: Lang): string {
  if (value === null || value === undefined || value === '') return ''
  if (field === 'state') return stateWord(value as OrderFacts['state'], lang)
  if (field === 'refund') return refundWord(value as OrderFacts['refund'], lang)
  if (field === 'amount') return `¥${yuan(value as number)}`
  if (field.endsWith('At') || field === 'shipBy') return shortOf(value as number, zone)
  return shortened(typeof value === 'number' ? String(value) : (value as string), 40)
}
