import type { Feature } from '../../feature.ts'
import { signInRoutes } from './sign-in-routes.tsx'

export const people: Feature = { name: 'people', routes: [...signInRoutes] }
