/** After an action: back to where it was done, with what was done for the toast. */
import { localPath, pageBefore, type Ask } from '../../core/web.ts'

/** The page that the form named, or that it stood on; else `home`. */
export const backTo = (c: Ask, asked: string | undefined, home: string): string =>
  localPath(asked) ?? pageBefore(c) ?? home

/** The address with the deed that its toast can undo. */
export function withDeed(href: string, deed: string): string {
  const url = new URL(href, 'http://here')
  url.searchParams.set('done', deed)
  return url.pathname + url.search
}
