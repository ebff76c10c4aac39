/** The notice board: what stands, by whom, until when, and who has read it. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, momentWord } from '../../core/time.ts'
import { Act, Empty, Opening, Saved } from '../../ui/parts.tsx'
import type { Staff } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { PastList } from './past-view.tsx'
import { Readers } from './readers.tsx'
import { readersOf } from './rules.ts'
import type { Notice } from './store.ts'

/** Who looks at which shop, and whether they may post. */
export type Looks = { lang: Lang; now: number; shop: Shop; personId: string; leads: boolean }

type Props = Looks & {
  standing: readonly Notice[]
  /** Ids of those who have read each, by notice. */
  readers: ReadonlyMap<string, ReadonlySet<string>>
  staff: readonly Staff[]
  past: readonly Notice[]
  /** There are older past ones. */
  more: boolean
  saved: string | undefined
}

export function NoticesView(props: Props) {
  const { lang, past, now, saved } = props
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <Head {...props} />
      {unreadFirst(props).map((notice) => (
        <NoticeItem {...props} notice={notice} />
      ))}
      {past.length > 0 && <PastList {...props} />}
      <Saved at={saved} now={now}>
        {t.posted}
      </Saved>
    </main>
  )
}

const isUnread = ({ readers, personId }: Props, { id, authorId }: Notice) =>
  authorId !== personId && !readers.get(id)!.has(personId)

/** Of each kind the newest first. */
const unreadFirst = (props: Props) => {
  const isNew = (notice: Notice) => isUnread(props, notice)
  return [...props.standing.filter(isNew), ...props.standing.filter((notice) => !isNew(notice))]
}

function Head(props: Props) {
  const { lang, standing, shop, leads, staff, readers } = props
  const t = words(lang)
  const toRead = standing.filter((notice) => isUnread(props, notice)).length
  if (!standing.length)
    return (
      <Empty title={t.empty} hint={leads ? t.emptyHint : t.emptyAsk} whole>
        {leads && <PostLink lang={lang} primary />}
      </Empty>
    )
  const left = new Set(standing.flatMap((notice) => idsOf(readersOf(notice, staff, readers.get(notice.id)!).unread)))
  const gaps = leads && left.size ? [{ count: left.size, words: t.peopleLeft, tone: 'soon' as const }] : []
  return (
    <Opening
      when={t.when(shop.name)}
      tone={toRead ? 'soon' : 'done'}
      title={toRead ? t.toRead(toRead) : t.allRead}
      forgotten={t.forgotten}
      gaps={gaps}
    >
      {leads && (
        <p class="line">
          <PostLink lang={lang} primary={!toRead} />
        </p>
      )}
    </Opening>
  )
}

const idsOf = (people: readonly Staff[]) => people.map(({ id }) => id)

const PostLink = ({ lang, primary }: { lang: Lang; primary: boolean }) => (
  <a class={primary ? 'button primary' : 'button'} href="/notices/new" data-key="n">
    {words(lang).post} <kbd>N</kbd>
  </a>
)

type ItemProps = Props & { notice: Notice }

function NoticeItem(props: ItemProps) {
  const { notice, lang, shop } = props
  const t = words(lang)
  const { id, title, body, author, at, expiresOn } = notice
  return (
    <article id={`n-${id}`} class="notice" aria-labelledby={`t-${id}`}>
      <h2 id={`t-${id}`}>{title}</h2>
      <p class="quiet meta">
        <time>{momentWord(at, shop.timeZone, lang)}</time> <span>{t.by(author)}</span>{' '}
        <b>{t.until(dayWord(expiresOn, lang))}</b>
      </p>
      <p class="words">{body}</p>
      <div class="line">
        <Tick {...props} />
        <Readers {...props} />
        {props.leads && <Withdraw id={id} lang={lang} />}
      </div>
    </article>
  )
}

/** The first unread one is what to do next. */
function Tick(props: ItemProps) {
  const { notice, lang, personId, standing } = props
  const t = words(lang)
  if (notice.authorId === personId) return <span class="quiet">{t.isYours}</span>
  if (!isUnread(props, notice))
    return (
      <span class="tone" data-tone="done">
        ✓ {t.isRead}
      </span>
    )
  const isFirst = standing.find((one) => isUnread(props, one)) === notice
  return (
    <Act action={`/notice/${notice.id}/read`}>
      <button class={isFirst ? 'primary' : undefined} data-key={isFirst ? 'r' : undefined}>
        {t.read} {isFirst && <kbd>R</kbd>}
      </button>
    </Act>
  )
}

const Withdraw = ({ id, lang }: { id: string; lang: Lang }) => (
  <Act action={`/notice/${id}/withdraw`} class="push">
    <button class="plain">{words(lang).withdraw}</button>
  </Act>
)
