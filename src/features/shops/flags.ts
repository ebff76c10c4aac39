/** ORD-2: a flag is an executable rule. Platform numbers map to colours, the shop's policy maps colours to meanings. */
export const colours = ['red', 'yellow', 'green', 'blue', 'purple', 'pink', 'cyan', 'orange', 'grey'] as const
export type Colour = (typeof colours)[number]
/** A colour, or "code-7" for a number that no table names: it is kept, and means undecided. */
export type Flag = Colour | `code-${number}`
export type Meaning = 'ship' | 'hold' | 'undecided'

export const platforms = ['taobao', 'tmall', 'jd', 'pinduoduo', 'douyin'] as const
export type Platform = (typeof platforms)[number]

export type FlagTable = {
  /** The platform's numbers, 0–99. The same number is another colour elsewhere: 1 is red on Taobao, purple on Douyin. */
  codes: { code: number; colour: Colour; label: string }[]
  /** What each colour means in this shop; a colour that is not named is undecided. */
  policy: Partial<Record<Colour, Meaning>>
  /** 备注标签 → colour: "延迟等通知" → purple. */
  labels: Record<string, Colour>
}

const numbered = (...named: [number, Colour, string][]) =>
  named.map(([code, colour, label]) => ({ code, colour, label }))

const fiveFlags = numbered(
  [0, 'grey', '灰'],
  [1, 'red', '红'],
  [2, 'yellow', '黄'],
  [3, 'green', '绿'],
  [4, 'blue', '蓝'],
  [5, 'purple', '紫'],
)

/** formats.md §1 and §3. Taobao's 5 is called pink in one document and purple in another: the same flag, purple today. */
const platformFlags: Record<Platform, FlagTable['codes']> = {
  taobao: fiveFlags,
  tmall: fiveFlags,
  jd: fiveFlags,
  pinduoduo: fiveFlags,
  douyin: numbered(
    [0, 'grey', '灰'],
    [1, 'purple', '紫'],
    [2, 'cyan', '青'],
    [3, 'green', '绿'],
    [4, 'orange', '橙'],
    [5, 'red', '红'],
  ),
}

/** ORD-2's default: red, yellow and grey ship; purple holds; every other colour is undecided. */
export const defaultFlags = (platform: Platform): FlagTable => ({
  codes: platformFlags[platform],
  policy: { red: 'ship', yellow: 'ship', grey: 'ship', purple: 'hold' },
  labels: { 加急单: 'red', 延迟等通知: 'purple' },
})

export const isColour = (text: string): text is Colour => (colours as readonly string[]).includes(text)

export const meaningOf = (table: FlagTable, flag: Flag): Meaning =>
  (isColour(flag) && table.policy[flag]) || 'undecided'

/** Flags that a person of this shop can set: the platform's own colours. */
export const flagsOf = (table: FlagTable): Colour[] => [...new Set(table.codes.map((c) => c.colour))]

const colourWords: Record<string, Colour> = {
  红: 'red', 红色: 'red', 红旗: 'red', red: 'red',
  黄: 'yellow', 黄色: 'yellow', 黄旗: 'yellow', yellow: 'yellow',
  绿: 'green', 绿色: 'green', 绿旗: 'green', green: 'green',
  蓝: 'blue', 蓝色: 'blue', 蓝旗: 'blue', blue: 'blue',
  紫: 'purple', 紫色: 'purple', 紫旗: 'purple', purple: 'purple',
  粉: 'pink', 粉色: 'pink', 粉红: 'pink', 粉红色: 'pink', pink: 'pink',
  青: 'cyan', 青色: 'cyan', cyan: 'cyan',
  橙: 'orange', 橙色: 'orange', 橙旗: 'orange', orange: 'orange',
  灰: 'grey', 灰色: 'grey', 灰旗: 'grey', grey: 'grey', gray: 'grey', 无: 'grey', 无旗: 'grey',
} // prettier-ignore

/** A flag column's cell, a colour word or the platform's number; undefined when it is neither. Empty means no flag. */
export function flagFrom(table: FlagTable, cell: string): Flag | undefined {
  const text = cell.normalize('NFKC').trim().toLowerCase()
  if (!text) return 'grey'
  if (/^\d{1,2}$/.test(text)) {
    const code = Number(text)
    return table.codes.find((c) => c.code === code)?.colour ?? `code-${code}`
  }
  return Object.hasOwn(colourWords, text) ? colourWords[text] : undefined // a cell may say "constructor"
}
