/** The frame of a printed sheet: A4, black on white, with what says which print this is. */
import type { PropsWithChildren } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, shortOf, timeOf } from '../../core/time.ts'
import { Bars } from '../../ui/bars.tsx'
import type { Shop } from '../shops/index.ts'
import { listCode } from './rules.ts'
import { sheetWords } from './sheet-messages.ts'
import type { Batch } from './store.ts'
import type { Print, Sheet } from './store-prints.ts'

export type SheetProps = {
  shop: Shop
  batch: Batch
  sheet: Sheet
  /** The print that this is; undefined: somebody only looks. */
  print: Print | undefined
  lang: Lang
}
type Framed = PropsWithChildren<SheetProps & { line?: string | undefined; internal?: boolean }>

/** A list for the warehouse: which batch, which version, the how-manieth print, when and by whom. */
export function SheetFrame({ shop, batch, sheet, print, lang, line, internal, children }: Framed) {
  const t = sheetWords(lang)
  const version = print?.version ?? batch.version
  const code = listCode(batch.day, version)
  return (
    <>
      <header>
        <div>
          <h1>{t.titles[sheet]}</h1>
          <p>{t.batch(shop.name, dayWord(batch.day, lang), timeOf(batch.cutoffAt, shop.timeZone))}</p>
          {line && <p>{line}</p>}
          <p>
            <strong>{printLine({ batch, print, shop, lang })}</strong>
          </p>
          {internal && <p>{t.inside}</p>}
        </div>
        <div class="end">
          <Bars text={code} />
          <code>{code}</code>
        </div>
      </header>
      {children}
    </>
  )
}

function printLine({ batch, print, shop, lang }: Pick<SheetProps, 'batch' | 'print' | 'shop' | 'lang'>) {
  const t = sheetWords(lang)
  if (!print) return t.preview(batch.version)
  return t.printed(print.version, print.nth, shortOf(print.at, shop.timeZone), print.by)
}

type BarProps = Pick<SheetProps, 'batch' | 'sheet' | 'print' | 'lang'> & {
  part: number
  parts: number
  back: string
  /** Printing it now would tell nothing new. */
  empty: boolean
}

/** On the screen only: print, and the way back. */
export function SheetBar({ batch, sheet, print, lang, part, parts, back, empty }: BarProps) {
  const t = sheetWords(lang)
  return (
    <nav class="sheet-bar line" aria-label={t.titles[sheet]} data-print={print ? 'now' : undefined}>
      <a class="button plain" href={back}>
        {t.back}
      </a>
      {parts > 1 && <Parts batch={batch} lang={lang} part={part} parts={parts} />}
      {empty && print && (
        <button type="button" class="push" data-again>
          {t.printAgain}
        </button>
      )}
      {!empty && (
        <form method="post" action={`/batch/${batch.id}/print`} class="push">
          <input type="hidden" name="sheet" value={sheet} />
          <input type="hidden" name="part" value={part} />
          <button class="primary">
            {t.print} {parts > 1 && t.part(part)}
          </button>
        </form>
      )}
    </nav>
  )
}

const Parts = ({ batch, lang, part, parts }: Pick<BarProps, 'batch' | 'lang' | 'part' | 'parts'>) => {
  const t = sheetWords(lang)
  return (
    <span class="choices">
      <small>{t.parts(parts)}</small>
      {Array.from({ length: parts }, (_, i) => i + 1).map((n) => (
        <a href={`/batch/${batch.id}/sheets/slips?part=${n}`} aria-current={n === part ? 'true' : undefined}>
          {n}
        </a>
      ))}
    </span>
  )
}
