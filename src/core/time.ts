/** The only file that knows time zones. Instants are UTC milliseconds, business days are text like "2026-11-21". */
export type Day = string
/** "16:00", a wall-clock time in a shop's zone. */
export type Clocktime = string

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string) {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/** How far the zone's wall clock is ahead of UTC at an instant, in ms. */
function offsetAt(at: number, zone: string): number {
  if (zone === 'Asia/Shanghai' && at > 694_224_000_000) return 8 * HOUR // no summer time since 1992: the quick way
  const p = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(p.year!, p.month! - 1, p.day, p.hour, p.minute, p.second) - Math.floor(at / 1000) * 1000
}

/** Wall-clock parts, as an ISO text "2026-11-21T16:00:00.000Z" whose letters mean the zone's own time. */
const wall = (at: number, zone: string) => new Date(at + offsetAt(at, zone)).toISOString()

export const dayOf = (at: number, zone: string): Day => wall(at, zone).slice(0, 10)
/** "16:00" */
export const timeOf = (at: number, zone: string): Clocktime => wall(at, zone).slice(11, 16)
/** "16:00:07" */
export const secondsOf = (at: number, zone: string) => wall(at, zone).slice(11, 19)
const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))
/** "11-21 16:00"; not by way of a whole ISO text: a page of orders has five hundred of them. */
export function shortOf(at: number, zone: string): string {
  const t = new Date(at + offsetAt(at, zone))
  return `${two[t.getUTCMonth() + 1]!}-${two[t.getUTCDate()]!} ${two[t.getUTCHours()]!}:${two[t.getUTCMinutes()]!}`
}
/** "2026-11-21 16:00:07" */
export const longOf = (at: number, zone: string) => wall(at, zone).slice(0, 19).replace('T', ' ')

/** The instant at which the zone's clocks show this day and time; in a spring gap the moment just after it. */
export function instantOf(day: Day, time: Clocktime, zone: string): number {
  const asUtc = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)
  const first = asUtc - offsetAt(asUtc, zone)
  return asUtc - offsetAt(first, zone)
}

export const addDays = (day: Day, n: number): Day =>
  new Date(Date.parse(day) + n * 24 * HOUR).toISOString().slice(0, 10)
/** 1 = Monday … 7 = Sunday */
export const weekdayOf = (day: Day) => new Date(Date.parse(day)).getUTCDay() || 7
export const yearOf = (day: Day) => Number(day.slice(0, 4))
/** "11-21" */
export const monthDay = (day: Day) => day.slice(5)
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text)
export const isClocktime = (text: string): text is Clocktime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
/** "周六", "Sat" */
const weekdayWord = (day: Day, lang: 'zh' | 'en') => (lang === 'zh' ? '周' : '') + weekdays[lang][weekdayOf(day) - 1]!
/** "11-21 周六", "11-21 Sat" */
export const dayWord = (day: Day, lang: 'zh' | 'en') => `${monthDay(day)} ${weekdayWord(day, lang)}`
/** "11-21 周六 16:00" */
export const momentWord = (at: number, zone: string, lang: 'zh' | 'en') =>
  `${dayWord(dayOf(at, zone), lang)} ${timeOf(at, zone)}`
/** "16:00" today, "11-21 周六 16:00" on another day. */
export const whenWord = (at: number, now: number, zone: string, lang: 'zh' | 'en') =>
  dayOf(at, zone) === dayOf(now, zone) ? timeOf(at, zone) : momentWord(at, zone, lang)
/** "16:00" today, "11-21 16:00" on another day. */
export const briefOf = (at: number, now: number, zone: string) =>
  dayOf(at, zone) === dayOf(now, zone) ? timeOf(at, zone) : shortOf(at, zone)
/** ISO 8601 in UTC: for programs that read us. */
export const isoOf = (at: number) => new Date(at).toISOString()
/** "2026-11-21 16:00:07" of an instant read as UTC: for wall-clock times that came without a zone. */
export const plainOf = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ')
