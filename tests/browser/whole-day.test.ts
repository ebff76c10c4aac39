/**
 * One whole day of a shop, as five people live it, each at a computer of their own whose board stays open. The stations
 * follow each other; one that fails ends the day, for the rest would only say so again.
 */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { afternoon } from './whole-day/afternoon.ts'
import { openDay, type WorkingDay } from './whole-day/day.ts'
import { evening } from './whole-day/evening.ts'
import { morning } from './whole-day/morning.ts'
import { nextMorning } from './whole-day/next-morning.ts'
import { night } from './whole-day/night.ts'

let day: WorkingDay
let failed = false
beforeAll(async () => {
  day = await openDay()
})
beforeEach(({ skip, onTestFailed }) => {
  skip(failed, 'an earlier station failed')
  onTestFailed(() => void (failed = true))
})
afterAll(() => day?.close())

const today = () => day
morning(today)
afternoon(today)
evening(today)
night(today)
nextMorning(today)
