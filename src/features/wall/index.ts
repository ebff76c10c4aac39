/** Screens on walls, for the rest of the house. */
export { isWall, wallStandings } from './listening.ts'
