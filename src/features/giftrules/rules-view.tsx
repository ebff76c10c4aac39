/** All gift rules of a shop: which are on, what they say, and one more. */
import type { Lang } from '../../core/i18n.ts'
import { Act, Badge, Empty, Opening } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { Campaign } from '../campaigns/index.ts'
import type { Shop } from '../shops/index.ts'
import { ruleWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import { RuleForm } from './rule-form.tsx'
import type { GiftRule } from './store.ts'

type Props = {
  lang: Lang
  shop: Shop
  rules: readonly GiftRule[]
  campaigns: readonly Campaign[]
  /** Open proposals by rule id. */
  open: ReadonlyMap<string, number>
}

export function RulesView(props: Props) {
  const { lang, shop, rules, campaigns } = props
  const t = pageWords(lang)
  return (
    <>
      <RulesOpening {...props} />
      {rules.length ? <RulesTable {...props} /> : <Empty title={t.none} hint={t.noneHint} />}
      <details class="fold" id="add" open={!rules.length}>
        <summary data-key="n">
          {t.add} <kbd>N</kbd>
        </summary>
        <RuleForm {...{ lang, shop, campaigns }} action="/gift-rules" button={t.save} primary={!draftOf(rules)} />
      </details>
    </>
  )
}

export const stateOf = ({ on, endedAt }: GiftRule) => (endedAt !== null ? 'ended' : on ? 'on' : 'off')
/** Written, and nobody has switched it on: the next thing to do. */
const draftOf = (rules: readonly GiftRule[]) => rules.find((rule) => stateOf(rule) === 'off')

function RulesOpening({ lang, rules, open }: Props) {
  const t = pageWords(lang)
  const [draft, on] = [draftOf(rules), rules.filter((rule) => stateOf(rule) === 'on').length]
  const off = rules.filter((rule) => stateOf(rule) === 'off').length
  const waiting = [...open.values()].reduce((sum, n) => sum + n, 0)
  const gaps = [
    { count: off, words: t.offGap, tone: 'soon' as const },
    { count: waiting, words: t.openGap, tone: 'soon' as const, href: '/gift-proposals' },
  ]
  return (
    <Opening
      when={t.rules}
      title={draft ? t.draftTitle(draft.name) : t.rulesTitle(on)}
      forgotten={t.forgotten}
      gaps={gaps.filter(({ count }) => count > 0)}
    >
      <p class="line">
        {draft && (
          <a class="button primary" href={`/gift-rule/${draft.id}`}>
            {t.look}
          </a>
        )}
        <a class="button plain" href="/gift-proposals">
          {t.toProposals}
        </a>
      </p>
    </Opening>
  )
}

function RulesTable({ lang, shop, rules, open }: Props) {
  const t = pageWords(lang)
  return (
    <table class="rows gift-rules">
      <caption class="unseen">{t.rules}</caption>
      <Heads names={t.columns} unseen={t.switchOff} />
      <tbody>
        {rules.map((rule) => (
          <tr id={`rule-${rule.id}`}>
            <th scope="row">
              <a href={`/gift-rule/${rule.id}`}>{rule.name}</a>
            </th>
            <td class="full note">{ruleWord(rule, shop.timeZone, lang)}</td>
            <td class="num" data-label={t.columns[2]}>
              {open.get(rule.id) ?? ''}
            </td>
            <td class="state">
              <StateBadge rule={rule} lang={lang} />
            </td>
            <td class="act">
              {stateOf(rule) === 'on' && (
                <Act action={`/gift-rule/${rule.id}/off`}>
                  <button class="plain" aria-label={`${t.switchOff} ${rule.name}`}>
                    {t.switchOff}
                  </button>
                </Act>
              )}
              {stateOf(rule) === 'off' && (
                <a class="button plain" href={`/gift-rule/${rule.id}`} aria-label={`${t.look} ${rule.name}`}>
                  {t.look}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const StateBadge = ({ rule, lang }: { rule: GiftRule; lang: Lang }) => {
  const state = stateOf(rule)
  return (
    <Badge tone={state === 'on' ? 'done' : state === 'off' ? 'soon' : undefined}>{pageWords(lang).state[state]}</Badge>
  )
}
