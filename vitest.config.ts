import { defineConfig } from 'vitest/config'

const data = {
  include: ['tests/**/*.test.{ts,tsx}'],
  exclude: ['tests/browser/**', 'tests/pure/**'],
  setupFiles: ['tests/database.ts'],
}

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    /** The house is imported once, not for each file: that took two thirds of the time. What a file needs afresh, it opens. */
    isolate: false,
    projects: [
      /** Rules, formats, words: no database. */
      { test: { name: 'pure', include: ['tests/pure/**/*.test.{ts,tsx}'] } },
      /** Every test that touches data runs on both engines. */
      { test: { name: 'sqlite', ...data, env: { ENGINE: 'sqlite' } } },
      { test: { name: 'postgres', ...data, globalSetup: ['tests/postgres.ts'], env: { ENGINE: 'postgres' } } },
      /** A real Chromium against a real server. */
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles: ['tests/database.ts'],
          env: { ENGINE: 'sqlite' },
          testTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } }, // a busy machine draws late
        },
      },
    ],
  },
})
