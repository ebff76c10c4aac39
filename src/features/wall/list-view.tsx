/** The page on which screens are put up and taken down; the address of a new one is shown once. */
import type { Lang } from '../../core/i18n.ts'
import { briefOf, MINUTE } from '../../core/time.ts'
import { Act, Badge, Empty, Field, Opening } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { LONGEST_NAME } from './actions.ts'
import { words } from './messages.ts'
import type { Wall } from './store.ts'

/** A screen that asked within so many ms is on air. */
const SILENT_AFTER = 5 * MINUTE
/** It asked once, and does not any more. */
const isSilent = ({ seenAt }: Wall, now: number) => seenAt !== null && now - seenAt > SILENT_AFTER

type Props = { lang: Lang; now: number; shop: Shop; walls: readonly Wall[]; demo: boolean }

export function WallsView(props: Props) {
  const { lang, walls } = props
  const t = words(lang)
  return (
    <>
      <Head {...props} />
      {walls.length > 0 ? <WallTable {...props} /> : <Empty title={t.title} hint={t.none} />}
      <AddForm lang={lang} />
    </>
  )
}

function Head({ lang, now, shop, walls, demo }: Props) {
  const t = words(lang)
  const silent = walls.filter((wall) => isSilent(wall, now)).length
  return (
    <Opening
      when={t.when(shop.name)}
      tone={silent ? 'soon' : 'done'}
      title={silent ? t.silent(silent) : walls.length ? t.hanging(walls.length) : t.title}
      forgotten={t.forgotten}
      gaps={silent ? [{ count: silent, words: t.silentGap, tone: 'soon' }] : []}
    >
      <p class="quiet walls-intro">{t.intro}</p>
      {demo && <p class="quiet walls-intro">{t.inDemo}</p>}
    </Opening>
  )
}

function WallTable({ lang, now, shop, walls }: Props) {
  const t = words(lang)
  return (
    <section class="panel">
      <header>
        <h2>{t.title}</h2> <span class="count">{walls.length}</span>
      </header>
      <table class="rows tight">
        <caption class="unseen">{t.title}</caption>
        <thead>
          <tr>
            {t.columns.map((column, i) => (
              <th scope="col">{i < t.columns.length - 1 ? column : <span class="unseen">{column}</span>}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {walls.map((wall) => (
            <tr id={`w-${wall.id}`}>
              <th scope="row">
                <b>{wall.name}</b>
              </th>
              <td>
                <time>{briefOf(wall.createdAt, now, shop.timeZone)}</time>
              </td>
              <td class="full">
                <Seen wall={wall} now={now} shop={shop} lang={lang} />
              </td>
              <td class="act">
                <Act action={`/walls/end/${wall.id}`}>
                  <button class="plain" aria-label={t.endOf(wall.name)} title={t.endHint}>
                    {t.end}
                  </button>
                </Act>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Seen({ wall, now, shop, lang }: { wall: Wall; now: number; shop: Shop; lang: Lang }) {
  const t = words(lang)
  if (wall.seenAt === null) return <span class="quiet">{t.never}</span>
  if (!isSilent(wall, now)) return <Badge tone="done">{t.now}</Badge>
  return <Badge tone="soon">{briefOf(wall.seenAt, now, shop.timeZone)}</Badge>
}

const AddForm = ({ lang }: { lang: Lang }) => {
  const t = words(lang)
  return (
    <form class="stack form" method="post" action="/walls">
      <Field name="name" label={t.name} hint={t.nameHint}>
        <input id="name" name="name" required maxlength={LONGEST_NAME} autocomplete="off" />
      </Field>
      <p>
        <button class="primary">{t.hang}</button>
      </p>
    </form>
  )
}

/** Where nobody but this computer gets to. */
const LOOPBACK = /^https?:\/\/(localhost|127\.|\[::1\])/

type AddressProps = { lang: Lang; name: string; link: string; demo: boolean }

/** `link`: the whole address, "https://board.example.com/wall/…". */
export function AddressView({ lang, name, link, demo }: AddressProps) {
  const t = words(lang)
  const limit = demo ? t.inDemo : LOOPBACK.test(link) && t.onlyHere
  return (
    <>
      <section class="next">
        <h1>{t.added(name)}</h1>
        <p class="quiet">{t.addedHint}</p>
        {limit && (
          <p class="tone" data-tone="soon">
            {limit}
          </p>
        )}
      </section>
      <p class="line">
        <input class="link grow" readonly value={link} aria-label={t.address} />
        <button type="button" class="primary" data-copy={link}>
          {t.copy}
        </button>
      </p>
      <p class="line">
        <a class="button" href={link} target="_blank" rel="noreferrer">
          {t.open}
        </a>
        <a class="button" href="/walls">
          {t.back}
        </a>
      </p>
    </>
  )
}
