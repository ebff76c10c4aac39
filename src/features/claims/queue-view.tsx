/** PRIZE-3: the checker's queue, one at a time: look the number up, press Y or X, the next one comes. */
import type { Lang } from '../../core/i18n.ts'
import { whenWord } from '../../core/time.ts'
import { Act, Badge } from '../../ui/parts.tsx'
import { UndoToast } from '../../ui/toast.tsx'
import { OrderLink } from '../orders/parts.tsx'
import type { Shop } from '../shops/index.ts'
import type { Row } from './list.ts'
import { muchOf } from './messages.ts'
import { pageWords } from './page-words.ts'
import { isHomeless } from './rules.ts'
import type { Claim } from './store.ts'

type QueueProps = { lang: Lang; shop: Shop; now: number; row: Row; refusing: string | undefined }

export function Queue({ lang, shop, now, row: { claim, tid }, refusing }: QueueProps) {
  const t = pageWords(lang)
  return (
    <section class="panel checking" id={`c-${claim.id}`}>
      <header>
        <h2>{t.checking}</h2> <span class="count">{t.checkHint}</span>
      </header>
      <dl class="facts">
        <dt>{t.serial}</dt>
        <dd>
          <button type="button" class="plain copy" data-copy={claim.serial ?? ''} data-key="c">
            <code>{claim.serial}</code> <kbd>C</kbd>
          </button>
        </dd>
        <dt>{t.what}</dt>
        <dd>
          <b>{muchOf(claim, lang)}</b>
        </dd>
        <dt>{t.buyer}</dt>
        <dd>
          <a href={`/claim/${claim.id}`}>{claim.buyer}</a> {tid && <OrderLink id={claim.orderId!} tid={tid} />}
        </dd>
        <dt>{t.claimedBy}</dt>
        <dd>
          {claim.claimedByHandle} {whenWord(claim.claimedAt, now, shop.timeZone, lang)}{' '}
          {claim.side === 'night' && <Badge>{t.shiftOf.night}</Badge>} {claim.note}
        </dd>
      </dl>
      {refusing === claim.id ? <NotWon lang={lang} claim={claim} /> : <Answers lang={lang} claim={claim} />}
    </section>
  )
}

/** Y or X. */
export const Answers = ({ lang, claim, from = 'queue' }: { lang: Lang; claim: Claim; from?: 'queue' | 'page' }) => {
  const t = pageWords(lang)
  const no = from === 'queue' ? `/claims?show=check&no=${claim.id}` : `/claim/${claim.id}?no=1`
  return (
    <div class="line">
      <Act action={`/claim/${claim.id}/check`}>
        <input type="hidden" name="passed" value="yes" />
        <input type="hidden" name="from" value={from} />
        <button class="primary" data-key="y">
          {t.won} <kbd>Y</kbd>
        </button>
      </Act>
      <a class="button stop" href={no} data-key="x">
        {t.notWon} <kbd>X</kbd>
      </a>
    </div>
  )
}

export const NotWon = ({ lang, claim, from = 'queue' }: { lang: Lang; claim: Claim; from?: 'queue' | 'page' }) => {
  const t = pageWords(lang)
  return (
    <Act action={`/claim/${claim.id}/check`} class="asked">
      <input type="hidden" name="passed" value="no" />
      <input type="hidden" name="from" value={from} />
      <p class="field">
        <label for="check-note">{t.whyNot}</label>
        <input id="check-note" name="note" maxlength={200} placeholder={t.whyNotExample} required autofocus />
        <span class="error" data-error="note" hidden />
      </p>
      <p class="line">
        <button class="primary">{t.confirmNot}</button>{' '}
        <a class="button plain" href={from === 'queue' ? '/claims?show=check' : `/claim/${claim.id}`}>
          {t.cancel}
        </a>
      </p>
    </Act>
  )
}

/** What was just decided, with a way back for ten seconds. */
export function CheckedToast({ lang, claim }: { lang: Lang; claim: Claim }) {
  const t = pageWords(lang)
  const what = muchOf(claim, lang)
  const said = claim.state === 'failed' ? t.checkedNot : isHomeless(claim) ? t.checkedHomeless : t.checkedWon
  return (
    <UndoToast
      id={`checked-${claim.id}-${claim.since}`}
      said={said(claim.buyer, what)}
      action={`/claim/${claim.id}/uncheck`}
      words={{ undo: t.undo, seconds: t.seconds }}
    >
      <input type="hidden" name="why" value={t.pressedWrong} />
      <input type="hidden" name="from" value="queue" />
    </UndoToast>
  )
}
