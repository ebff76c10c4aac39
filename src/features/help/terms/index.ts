/** The glossary: the words of the field, by what they belong to. */
import { buyerTerms } from './buyers.ts'
import { orderTerms } from './orders.ts'
import { teamTerms } from './team.ts'
import { warehouseTerms } from './warehouse.ts'

export const termGroups = [orderTerms, warehouseTerms, buyerTerms, teamTerms]
export const terms = termGroups.flatMap((group) => group.terms)
