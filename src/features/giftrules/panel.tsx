/** On an order's page: proposals to decide, why it gets no gift, and whether only free things are left of it. */
import type { Child } from 'hono/jsx'
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Ask } from '../../core/web.ts'
import type { OrderHere } from '../../feature.ts'
import { Act, Badge } from '../../ui/parts.tsx'
import { namesOf } from '../people/index.ts'
import { shopHere } from '../shops/index.ts'
import { onlyGiftsLeft, type Leftover } from './leftover.ts'
import { becauseWord, fulfilledWord, giftWord } from './messages.ts'
import { leftWord } from './only-gifts-view.tsx'
import { pageWords } from './page-words.ts'
import { DeclineForm } from './proposal-table.tsx'
import { asProposed, giftFor, type GiftOrder, type Outcome } from './rules.ts'
import { ordersById, seen } from './store-orders.ts'
import { proposalsOf, type Proposal } from './store-proposals.ts'
import { rulesOf, type GiftRule } from './store.ts'

type Told = { rule: GiftRule; outcome: Outcome; proposal: Proposal | undefined }
type Sight = {
  lang: Lang
  zone: string
  tid: string
  told: readonly Told[]
  left: Leftover | null
  names: ReadonlyMap<string, { handle: string }>
  canDecide: boolean
  canPlan: boolean
}

/** null: the shop gives nothing by rule, and more than free things are left. */
export async function orderPanel(c: Ask, { id, shopId, tid }: OrderHere): Promise<Child> {
  const { read, who, lang } = c.var.ctx
  const [found] = await seen(read, await ordersById(read, shopId, [id]))
  if (!found) return null
  const left = onlyGiftsLeft(found.facts)
  const proposals = await proposalsOf(read, id)
  const told = (await rulesOf(read, shopId))
    .map((rule) =>
      tellOf(
        rule,
        found.facts,
        proposals.find(({ ruleId }) => ruleId === rule.id),
      ),
    ) // prettier-ignore
    .filter((one) => concerns(one, found.facts))
  if (!told.length && !left) return null
  const names = await namesOf(read, proposals.flatMap(({ decidedBy }) => decidedBy ?? [])) // prettier-ignore
  const rights = { canDecide: may(who, 'orders.gift'), canPlan: may(who, 'gifts.rules') }
  return <Panel {...{ lang, zone: shopHere(c, shopId).timeZone, tid, told, left, names, ...rights }} />
}

const tellOf = (rule: GiftRule, facts: GiftOrder, proposal: Proposal | undefined): Told => ({
  rule,
  proposal,
  outcome: giftFor(rule, proposal?.state === 'open' ? asProposed(facts) : facts),
})

/** A rule that had ended before the order was paid is no answer to anything. */
const concerns = ({ rule, proposal }: Told, { paidAt }: GiftOrder) =>
  proposal !== undefined || rule.endedAt === null || (paidAt !== null && paidAt < rule.endedAt)

function Panel(sight: Sight) {
  const { lang, told, left } = sight
  const t = pageWords(lang)
  return (
    <section class="panel" id="gift-rules">
      <header>
        <h2>{t.panel}</h2>
      </header>
      {left && (
        <p class="warning" data-tone="late">
          {t.onlyHere(leftWord(left, lang))} {t.onlyHereTodo}{' '}
          <span class="line">
            <a href="#flag">{t.toHold}</a> <a href="#goods">{t.toGoods}</a>
          </span>
        </p>
      )}
      {told.length > 0 && (
        <table class="rows tight">
          <caption class="unseen">{t.panelNone}</caption>
          <tbody>
            {told.map((one) => (
              <Row {...sight} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ one, ...sight }: Sight & { one: Told }) {
  const { lang, canPlan } = sight
  const { rule, outcome, proposal } = one
  const t = pageWords(lang)
  const isOpen = proposal?.state === 'open'
  return (
    <tr>
      <th scope="row">{canPlan ? <a href={`/gift-rule/${rule.id}`}>{rule.name}</a> : rule.name}</th>
      <td class="one-line">{giftWord(rule.gift, rule.giftQuantity)}</td>
      <td class="state">
        <Badge tone={isOpen ? 'soon' : undefined}>
          {isOpen ? t.waiting : outcome.gives ? t.would : stateWord(outcome, lang)}
        </Badge>
      </td>
      <td class="full note">
        <Reason {...sight} one={one} />
      </td>
      <td class="act">
        <Deeds {...sight} one={one} />
      </td>
    </tr>
  )
}

const stateWord = (outcome: Outcome, lang: Lang) =>
  !outcome.gives && outcome.because.code === 'has_gift' ? pageWords(lang).has : pageWords(lang).wouldNot

function Reason({ one: { rule, outcome, proposal }, lang, zone, names }: Sight & { one: Told }) {
  if (!outcome.gives) return <>{becauseWord(outcome.because, { lang, zone, names })}</>
  const why = fulfilledWord(rule, outcome.why, lang)
  return <>{proposal?.state === 'open' ? why : `${why} · ${pageWords(lang).soon}`}</>
}

function Deeds({ one: { outcome, proposal }, lang, tid, canDecide }: Sight & { one: Told }) {
  const t = pageWords(lang)
  if (!canDecide || !proposal) return null
  const gift = giftWord(proposal.gift, proposal.quantity)
  if (proposal.state === 'declined')
    return (
      <Act action={`/gift-proposal/${proposal.id}/reopen`}>
        <button class="plain">{t.again}</button>
      </Act>
    )
  if (proposal.state !== 'open') return null
  return (
    <div class="line">
      {outcome.gives && (
        <Act action={`/gift-proposal/${proposal.id}/take`}>
          <button aria-label={t.takeOf(gift, tid)}>{t.take}</button>
        </Act>
      )}
      <DeclineForm {...{ lang, id: proposal.id, gift, tid }} />
    </div>
  )
}
