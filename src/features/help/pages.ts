/** Which help belongs to a page, and which pages somebody may open. Pure. */
import { may, type Actor } from '../../access.ts'
import type { Door, Feature, PageHelp } from '../../feature.ts'

/** Is this address one of that route? "/orders/7" is one of "/orders/:id", and so is the route's own path. */
function isAt(route: string, path: string): boolean {
  const [wanted, given] = [route.split('/'), path.split('/')]
  return (
    wanted.length === given.length && wanted.every((part, i) => (part.startsWith(':') ? given[i] : part === given[i]))
  )
}

type Reader = Pick<Actor, 'id' | 'roles'>

const opens = (who: Reader, door: Door) =>
  door === 'anyone' || (who.id !== null && (door === 'person' || may(who, door)))

const routeAt = (features: readonly Feature[], path: string) =>
  features.flatMap(({ routes = [] }) => routes).find((one) => one.method === 'get' && isAt(one.path, path))

/** May this reader open the page at this address ("/orders?flag=red", "/refunds#add")? */
export function mayOpen(features: readonly Feature[], who: Reader, href: string): boolean {
  const route = routeAt(features, href.replace(/[?#].*/, ''))
  return route !== undefined && opens(who, route.door)
}

/** The help of the page at this path; none for a page that the reader may not open. */
export function helpOn(features: readonly Feature[], who: Reader, path: string): PageHelp | undefined {
  if (!mayOpen(features, who, path)) return undefined
  return features
    .flatMap(({ help = [] }) => help)
    .find((one) => isAt(one.path, path) && (!one.right || may(who, one.right)))
}

/**
 * Pages with a help of their own that this reader can go to from anywhere: no id is needed, and they are no doors like
 * the sign-in. Those of the menu first.
 */
export function explained(features: readonly Feature[], who: Reader): PageHelp[] {
  const menu = new Map(features.flatMap(({ nav = [] }) => nav.map(({ href, order }) => [href, order] as const)))
  const placeOf = ({ path }: PageHelp) => menu.get(path) ?? 1000
  return features
    .flatMap(({ help = [] }) => help)
    .filter((one) => !one.path.includes('/:') && routeAt(features, one.path)?.door !== 'anyone')
    .filter((one) => helpOn(features, who, one.path) === one)
    .sort((a, b) => placeOf(a) - placeOf(b))
}

const explainedBy = new WeakMap<readonly Feature[], Set<string>>()
/** The routes that have a help, gathered once: every page asks. */
function routesWithHelp(features: readonly Feature[]): Set<string> {
  const known = explainedBy.get(features) ?? new Set(features.flatMap(({ help = [] }) => help.map(({ path }) => path)))
  explainedBy.set(features, known)
  return known
}

/** Where the help of the pages of this route is; undefined where there is none. */
export const helpHref = (features: readonly Feature[], route: string): string | undefined =>
  routesWithHelp(features).has(route) ? `/help?on=${route}` : undefined
