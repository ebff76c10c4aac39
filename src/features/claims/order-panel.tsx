/** On an order's page: the prizes that were claimed for it, and the way to register one. */
import { may } from '../../access.ts'
import type { Ask } from '../../core/web.ts'
import type { OrderHere } from '../../feature.ts'
import { namesOf } from '../people/index.ts'
import { shopHere } from '../shops/index.ts'
import { peopleIn, rowsOf } from './list.ts'
import { Holders, StateBadge } from './claim-table.tsx'
import { kindWord, muchOf } from './messages.ts'
import { pageWords } from './page-words.ts'
import { claimsOfOrder } from './store.ts'

export async function orderPanel(c: Ask, order: OrderHere) {
  const { ctx } = c.var
  const list = await claimsOfOrder(ctx.read, order.id)
  const canClaim = may(ctx.who, 'prizes.claim')
  if (!may(ctx.who, 'prizes.see') || (!list.length && !canClaim)) return null
  const rows = await rowsOf(ctx, shopHere(c, order.shopId), list)
  const names = await namesOf(ctx.read, peopleIn(rows))
  const { lang } = ctx
  const t = pageWords(lang)
  return (
    <section class="panel" id="claims">
      <header>
        <h2>{t.panel}</h2> <span class="count">{rows.length || ''}</span>
        {canClaim && (
          <a class="button plain" href={`/claims/new?order=${order.id}`}>
            {t.register}
          </a>
        )}
      </header>
      {rows.length ? (
        <table class="rows tight">
          <caption class="unseen">{t.panel}</caption>
          <tbody>
            {rows.map((row) => (
              <tr>
                <td class="one-line">{kindWord(row.claim, lang)}</td>
                <td>
                  <a href={`/claim/${row.claim.id}`}>{muchOf(row.claim, lang)}</a>
                </td>
                <td>{row.claim.serial && <code>{row.claim.serial}</code>}</td>
                <td class="state">
                  <StateBadge claim={row.claim} late={row.late} lang={lang} />{' '}
                  {row.claim.endedAt === null && <Holders row={row} names={names} lang={lang} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p class="quiet">{t.panelNone}</p>
      )}
    </section>
  )
}
