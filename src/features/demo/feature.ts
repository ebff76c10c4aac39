import type { Feature } from '../../feature.ts'
import { routes } from './routes.tsx'

export const demo: Feature = { name: 'demo', routes }
