/** For drizzle-kit's own tools (studio). Migrations are made with `npm run db:generate`, for both engines at once. */
import { defineConfig } from 'drizzle-kit'
import { engineOf } from './db/kit.ts'

const url = process.env.DATABASE_URL ?? './data/zaowan.db'

export default defineConfig({
  schema: './db/schema.ts',
  casing: 'snake_case',
  dialect: engineOf(url) === 'postgres' ? 'postgresql' : 'sqlite',
  dbCredentials: { url },
})
