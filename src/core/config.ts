/** What the environment says, read once at start. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { readMailSettings, type MailSettings } from './mail-settings.ts'
import { keyFrom } from './sealing.ts'

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  /** postgres://… ; empty: SQLite in DATA_DIR. */
  DATABASE_URL: z.string().default(''),
  /** Where people reach it, when a proxy with TLS stands in front: "https://board.example.com". */
  PUBLIC_URL: z.url().optional(),
})

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string
  publicUrl: URL | undefined
  /** From SMTP_URL and MAIL_FROM (mail-settings.ts); undefined: mail is not set up. */
  mail: MailSettings | undefined
  /** From ZAOWAN_KEY: seals secrets in the database; undefined: a key file in the data directory does. */
  key: Buffer | undefined
}

/** Throws with the name of the setting that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw new Error(`Setting ${path.join('.')}: ${message}`)
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL } = parsed.data
  const dataDir = resolve(DATA_DIR)
  return {
    port: PORT,
    host: HOST,
    dataDir,
    databaseUrl: DATABASE_URL || `${dataDir}/zaowan.db`,
    publicUrl: PUBLIC_URL ? new URL(PUBLIC_URL) : undefined,
    mail: readMailSettings(env),
    key: env.ZAOWAN_KEY?.trim() ? keyFrom(env.ZAOWAN_KEY) : undefined,
  }
}

/** Reached over TLS: cookies and headers insist on it. */
export const isSecure = ({ publicUrl }: Pick<Config, 'publicUrl'>): boolean => publicUrl?.protocol === 'https:'
