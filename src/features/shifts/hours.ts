/** A whole team's shifts are few hours with many people in them. */
type Hours = { from: number; to: number }

/**
 * What is asked of each person for their own hours, in the order of these shifts: asked once for all who have the same.
 * `ask` answers by person.
 */
export async function perHours<A>(
  shifts: readonly (Hours & { personId: string })[],
  ask: (personIds: string[], hours: Hours) => Promise<ReadonlyMap<string, A>>,
): Promise<(A | undefined)[]> {
  const nameOf = ({ from, to }: Hours) => `${from} ${to}`
  const groups = [...Map.groupBy(shifts, nameOf)]
  const answers = groups.map(async ([hours, same]) => {
    const { from, to } = same[0]!
    return [
      hours,
      await ask(
        same.map(({ personId }) => personId),
        { from, to },
      ),
    ] as const
  })
  const found = new Map(await Promise.all(answers))
  return shifts.map((shift) => found.get(nameOf(shift))!.get(shift.personId))
}
