/** One line of the bench: ours beside the bare thing, in one run. */
export type Figure = {
  name: string
  ours: number
  bare?: number
  unit: string
  /** ours / bare, or ours alone where nothing stands beside it. */
  ratio?: number
  target: string
  /** What it means for people, in one sentence. */
  means: string
}

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Runs A and B in turn, `rounds` times each, and gives the medians: what the machine does meanwhile hits both. */
export async function inTurn(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<[number, number]> {
  const [as, bs]: [number[], number[]] = [[], []]
  for (let i = 0; i < rounds; i++) {
    as.push(await a())
    bs.push(await b())
  }
  return [median(as), median(bs)]
}

export const round = (n: number) => (n >= 100 ? Math.round(n) : Math.round(n * 100) / 100)
