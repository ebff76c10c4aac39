import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { routes } from './routes.tsx'

export const setup: Feature = { name: 'setup', routes, help }
