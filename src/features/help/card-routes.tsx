/** The cards: one A4 page for each role, with the times and flags of the shop one looks at. */
import { AppError } from '../../core/errors.ts'
import type { Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { shopHere } from '../shops/index.ts'
import { cardTimes } from './card-times.ts'
import { CardSheet } from './card-view.tsx'
import { cardWords, isCard } from './cards.ts'
import { words } from './messages.ts'

function card(c: Ask) {
  const { lang, now } = c.var.ctx
  const name = c.req.param('role')
  if (!isCard(name)) throw new AppError('not_found', (reader) => words(reader).noCard)
  const shop = shopHere(c)
  const { title } = cardWords(lang)[name]
  const sheet = <CardSheet card={name} shop={shop} times={cardTimes(shop, now)} now={now} lang={lang} />
  return page(c, { title, bare: true, scripts: ['sheet.js'] }, sheet)
}

export const cardRoutes = [get('/help/cards/:role', 'person', card)]
