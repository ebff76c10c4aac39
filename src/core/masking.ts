/** WHO-5: what says who a buyer is, and where to find them, made unreadable. A text that has a * is masked already. */

/** 陈小平 → 陈*平, 张三 → 张*. */
export function maskName(name: string): string {
  const letters = [...name]
  if (name.includes('*') || !letters.length) return name
  if (letters.length < 3) return `${letters.length === 1 ? '' : letters[0]}*`
  return `${letters[0]}${'*'.repeat(Math.min(letters.length - 2, 4))}${letters.at(-1)}`
}

/** A buyer's account: t**1. */
export function maskNick(nick: string): string {
  const letters = [...nick]
  if (nick.includes('*') || !letters.length) return nick
  return letters.length < 3 ? `${letters[0]}**` : `${letters[0]}**${letters.at(-1)}`
}

const MASKED = /^[^*]{0,4}\*+[^*]{0,4}$/u
/** An account as a person typed it: only what has the shape of a mask is one, a * in front of a name hides nothing. */
export function maskTyped(nick: string): string {
  if (MASKED.test(nick) && !/\p{Script=Han}{2}/u.test(nick)) return nick
  return maskNick(nick.replaceAll('*', ''))
}

/** One account can stand with more or fewer stars: t**1 here, t****1 in a platform's own file. */
export function masksOf(nick: string): string[] {
  const [first, last] = [/^[^*]*/.exec(nick)![0], /[^*]*$/.exec(nick)![0]]
  if (!nick.includes('*')) return [nick]
  return [1, 2, 3, 4, 5].map((stars) => first + '*'.repeat(stars) + last)
}

/** 13800138000 → 138****8000; 0580-2345542 → 0580-***542. */
export function maskPhone(phone: string): string {
  const text = phone.normalize('NFKC').trim()
  if (text.includes('*') || !text) return text
  const mobile = /^(?:\+?86[- ]?)?(1\d{2})[- ]?\d{4}[- ]?(\d{4})(?:\D.*)?$/.exec(text)
  if (mobile) return `${mobile[1]}****${mobile[2]}`
  const area = /^0\d{2,3}(?=-)/.exec(text)?.[0]
  return `${area ? `${area}-` : ''}***${text.replace(/\D/g, '').slice(-3)}`
}

/** With or without +86 before it; in threes and fours as people group it. */
const MOBILE = /(?<![\d*])((?:\+?86[- ]?)?1[3-9]\d)([- .]?)\d{4}(?:\2|[- ]?)(\d{4})(?!\d)/g
/** 0571-88886666, (0571) 88886666, 010 88886666-8001: an area code and a separator, or it could be any number. */
const LANDLINE =
  /(?<![\d*]|\d-)([(（]?0(?:10|2\d|[3-9]\d{2})(?:[)）]\s?|[- －—]))[2-9]\d{2,3}[- ]?\d(\d{3})(?:-\d{1,5})?(?!\d)/g
const CITIZEN = /(?<!\d)([1-9]\d{2})\d{3}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}([\dXx])(?!\d)/g
const fullWidthRun = /[０-９]{3,}/g

/** A note with every mobile, landline and identity card number in it masked; the rest stays as it was written. */
export function scrubbed(note: string): string {
  if (!/[\d０-９]{4}/.test(note)) return note
  return note
    .replace(fullWidthRun, (run) => run.normalize('NFKC'))
    .replace(CITIZEN, '$1**************$2')
    .replace(MOBILE, '$1****$3')
    .replace(LANDLINE, '$1***$2')
}

const STREET = /^.{1,10}?(?:街道|大道|[镇乡路街村])/u
const REGION =
  /^(?:.{2,8}?(?:省|自治区|特别行政区|市))?(?:[^区县]{2,12}?(?:自治州|地区|盟|市))?(?:[^路街道镇乡村号\d]{1,8}?(?:自治县|[市区县旗]))?/u
const isDistrict = (word: string | undefined) =>
  !!word && /^[^路街道镇乡村号\d]{1,12}[市区县旗]$/.test(word) && !/[小社园]区$/.test(word)

export type Place = { region: string; address: string }

/** "浙江省 杭州市 西湖区 文一路1号" → province, city and district, and the rest. */
export function placeOf(text: string): Place {
  const words = text.trim().split(/\s+/)
  if (words.length < 2) {
    const region = REGION.exec(text)?.[0] ?? ''
    return { region, address: text.slice(region.length).trim() }
  }
  const third = isDistrict(words[2]) ? 3 : 2
  const upTo = words[1] && /[省市区县旗州盟]$/.test(words[1]) ? third : 1
  return { region: words.slice(0, upTo).join(' '), address: words.slice(upTo).join(' ') }
}

/** Keeps the name of the street, as the platforms do: 文一路***** */
export function maskAddress(address: string): string {
  if (address.includes('*') || !address) return address
  return `${STREET.exec(address.replace(/\d/g, '*'))?.[0].replace(/\*.*$/, '') ?? ''}*****`
}
