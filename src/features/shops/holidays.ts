/** Public holidays and make-up days of 2026, from the State Council's notice of 2025-11-04. */
import { addDays, type Day } from '../../core/time.ts'
import type { HolidayYear } from './rules.ts'

const from = (name: string, first: Day, days: number) =>
  Array.from({ length: days }, (_, i) => ({ name, date: addDays(first, i), isOffDay: true }))
const makeup = (name: string, ...dates: Day[]) => dates.map((date) => ({ name, date, isOffDay: false }))

export const builtInHolidays: HolidayYear[] = [
  {
    year: 2026,
    papers: ['国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04'],
    days: [
      ...from('元旦', '2026-01-01', 3),
      ...makeup('元旦', '2026-01-04'),
      ...makeup('春节', '2026-02-14'),
      ...from('春节', '2026-02-15', 9),
      ...makeup('春节', '2026-02-28'),
      ...from('清明节', '2026-04-04', 3),
      ...from('劳动节', '2026-05-01', 5),
      ...makeup('劳动节', '2026-05-09'),
      ...from('端午节', '2026-06-19', 3),
      ...makeup('国庆节', '2026-09-20'),
      ...from('中秋节', '2026-09-25', 3),
      ...from('国庆节', '2026-10-01', 7),
      ...makeup('国庆节', '2026-10-10'),
    ],
  },
]
