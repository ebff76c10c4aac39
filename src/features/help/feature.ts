import type { Feature } from '../../feature.ts'
import { routes } from './routes.tsx'

export const help: Feature = { name: 'help', routes }
