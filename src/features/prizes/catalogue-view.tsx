/** The catalogue: what runs out first, then by campaign what was planned, given and is left. */
import type { Lang } from '../../core/i18n.ts'
import { momentWord } from '../../core/time.ts'
import { Badge, Empty, Opening, type Gap } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { AddForm } from './add-form.tsx'
import type { CampaignHere, Group, StockedPrize } from './catalogue.ts'
import { pageWords } from './page-words.ts'
import { leftIn, runsOut } from './rules.ts'
import { StockRow } from './stock-view.tsx'

type CatalogueProps = {
  lang: Lang
  shop: Shop
  groups: readonly Group[]
  /** To which a prize can be added. */
  campaigns: readonly (CampaignHere & { isRunning: boolean })[]
  canPlan: boolean
  /** Things of the reconciliation that do not agree. */
  disagree: number
}

export function CatalogueView(props: CatalogueProps) {
  const { lang, shop, groups, campaigns, canPlan } = props
  const t = pageWords(lang)
  return (
    <>
      <CatalogueOpening {...props} />
      {groups.map((group) => (
        <GroupPanel lang={lang} shop={shop} group={group} />
      ))}
      {!groups.length && <NothingYet {...props} />}
      {canPlan && campaigns.length > 0 && (
        <details class="fold" id="add" open={!groups.length}>
          <summary data-key="n">
            {t.add} <kbd>N</kbd>
          </summary>
          <AddForm lang={lang} campaigns={campaigns} />
        </details>
      )}
    </>
  )
}

function CatalogueOpening({ lang, groups, campaigns, canPlan, disagree }: CatalogueProps) {
  const t = pageWords(lang)
  const open = claimable(groups)
  const scarce = open.filter(runsOut)
  const bare = campaigns.filter(({ id, isRunning }) => isRunning && !groups.some(({ campaign }) => campaign.id === id))
  const usual = open.length ? t.claimable(open.length) : t.noneRunning
  const [first] = scarce
  const gaps: Gap[] = [
    { count: scarce.length, words: t.runOutGap(scarce.length), tone: 'soon' as const, href: `#prize-${first?.id}` },
    { count: disagree, words: t.disagree(disagree), tone: 'late' as const, href: '/prizes/check' },
    { count: canPlan ? bare.length : 0, words: t.noPlan(bare.length), tone: 'soon' as const, href: '#add' },
  ].filter(({ count }) => count > 0)
  const title = !first ? usual : scarce.length > 1 ? t.runningOut(scarce.length) : t.runsOut(first.name, leftIn(first))
  return (
    <Opening when={t.title} title={title} forgotten={t.forgotten} gaps={gaps}>
      <p class="line">
        <a class="button" href="/prizes/check">
          {t.checkLink}
        </a>
        <a class="button" href="/prizes/counts">
          {t.countsLink}
        </a>
        {canPlan && (
          <a class="button" href="/prizes/wins">
            {t.winsLink}
          </a>
        )}
      </p>
    </Opening>
  )
}

/** What buyers can claim of campaigns that run. */
const claimable = (groups: readonly Group[]): StockedPrize[] =>
  groups
    .filter(({ phase }) => phase === 'running')
    .flatMap(({ prizes }) => prizes.filter((one) => one.endedAt === null))

function NothingYet({ lang, canPlan, campaigns }: CatalogueProps) {
  const t = pageWords(lang)
  if (!canPlan) return <Empty title={t.empty} hint={t.emptyAsk} />
  if (campaigns.length) return <Empty title={t.empty} hint={t.emptyHint} />
  return (
    <Empty title={t.noCampaign} hint={t.noCampaignHint}>
      <a class="button primary" href="/campaigns">
        {t.toCampaigns}
      </a>
    </Empty>
  )
}

function GroupPanel({ lang, shop, group }: { lang: Lang; shop: Shop; group: Group }) {
  const t = pageWords(lang)
  const { campaign, phase, prizes } = group
  return (
    <section class="panel" id={`campaign-${campaign.id}`}>
      <header>
        <h2>
          <a href={`/campaign/${campaign.id}`}>{campaign.name}</a>
        </h2>
        <Badge tone={phase === 'running' ? 'act' : undefined}>{t.phases[phase]}</Badge>
        <span class="quiet">{spanWord(lang, shop, group)}</span>
      </header>
      <table class="rows tight prizes">
        <caption class="unseen">{campaign.name}</caption>
        <thead>
          <tr>
            {t.columns.map((column, i) => (
              <th scope="col" class={i === 3 || i === 4 ? 'num' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {prizes.map((prize) => (
            <StockRow lang={lang} prize={prize} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function spanWord(lang: Lang, { timeZone }: Shop, { campaign, phase }: Group) {
  const t = pageWords(lang)
  const { startsAt, endsAt, cancelledAt } = campaign
  if (cancelledAt !== null) return t.cancelled
  if (phase === 'coming') return t.from(momentWord(startsAt, timeZone, lang))
  const end = momentWord(endsAt, timeZone, lang)
  return phase === 'running' ? t.until(end) : t.endedOn(end)
}
