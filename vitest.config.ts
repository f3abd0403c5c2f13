import { defineConfig } from 'vitest/config'

// The engine runs queries in libuv's thread pool: the same size as under the launcher, for a bare `npx vitest`.
process.env.UV_THREADPOOL_SIZE ??= '16'

const never = ['**/node_modules/**', '**/dist/**']

// The embedded engine is native and keeps one data directory per process: every test file gets a process of its own.
const ownProcess = {
  pool: 'forks' as const,
  isolate: true,
  execArgv: ['--disable-warning=ExperimentalWarning'],
  testTimeout: 180_000,
  hookTimeout: 180_000,
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...ownProcess,
          name: 'unit',
          include: ['{core,model,server,fixtures,web,tag,bench,tools}/**/*.test.{ts,tsx}'],
          exclude: never,
        },
      },
      {
        test: {
          ...ownProcess,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: never,
          // One server and one browser at a time: what is tested is a person's wait.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
