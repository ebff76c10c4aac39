/** The team of the demo shops, and the faces that a visitor can choose from. */
import type { Role } from '../../src/access.ts'

/** `shops` by code; `face`: what the role picker calls this person. */
type Teammate = { handle: string; roles: Role[]; hue: number; shops: readonly string[]; face?: Face }
export type Face = 'dayAgent' | 'nightAgent' | 'aftersales' | 'warehouse' | 'supervisor' | 'director' | 'manager'

export const team: readonly Teammate[] = [
  { handle: '小满', roles: ['agent'], hue: 4, shops: ['CY', 'XL'], face: 'dayAgent' },
  { handle: '阿北', roles: ['agent'], hue: 6, shops: ['CY'], face: 'nightAgent' },
  { handle: '远志', roles: ['aftersales'], hue: 5, shops: ['CY', 'XL'], face: 'aftersales' },
  { handle: '松针', roles: ['warehouse'], hue: 1, shops: ['CY', 'XL'], face: 'warehouse' },
  { handle: '木樨', roles: ['supervisor'], hue: 2, shops: ['CY', 'XL'], face: 'supervisor' },
  { handle: '云舟', roles: ['director'], hue: 8, shops: ['CY', 'XL'], face: 'director' },
  { handle: '南星', roles: ['manager'], hue: 7, shops: ['CY', 'XL'], face: 'manager' },
  { handle: '青禾', roles: ['agent'], hue: 3, shops: ['CY'] },
  { handle: '半夏', roles: ['agent'], hue: 2, shops: ['CY'] },
  { handle: '山岚', roles: ['agent'], hue: 8, shops: ['CY'] },
  { handle: '甘棠', roles: ['agent'], hue: 5, shops: ['CY', 'XL'] },
  { handle: '竹青', roles: ['agent'], hue: 1, shops: ['XL'] },
  { handle: '白露', roles: ['agent'], hue: 7, shops: ['XL'] },
  { handle: '石榴', roles: ['warehouse'], hue: 4, shops: ['CY', 'XL'] },
]

export const faces = team.filter((person): person is Teammate & { face: Face } => person.face !== undefined)
