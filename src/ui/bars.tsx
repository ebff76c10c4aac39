/** Code 128 as SVG, drawn on the server. */
import bwip from 'bwip-js/node'
import { raw } from 'hono/html'

/** Width of the thinnest bar, as scanners of packing tables read it well. */
const MODULE_MM = 0.25

/** The bars of what a scanner types; `mm` is their height. The text itself is not drawn. */
export function Bars({ text, mm = 10 }: { text: string; mm?: number }) {
  const [, modules = '0', high = '0', bars = ''] =
    /viewBox="0 0 (\d+) (\d+)"[^>]*>(.*)<\/svg>/s.exec(bwip.toSVG({ bcid: 'code128', text, scale: 1 })) ?? []
  return (
    <svg
      class="bars"
      role="img"
      aria-label={text}
      viewBox={`0 0 ${modules} ${high}`}
      width={`${Number(modules) * MODULE_MM}mm`}
      height={`${mm}mm`}
      preserveAspectRatio="none"
    >
      {raw(bars)}
    </svg>
  )
}
