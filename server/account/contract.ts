import { AppError } from '@parley/core/errors/app-error.ts'
import { type Account, openAccount } from './account.ts'
import type { ControlDatabasePlace } from './database.ts'
import type { NewKey } from './keys.ts'

/** The clock of a test: it stands still until it is moved. */
export type StoppedClock = { time: number; now(): number }

/** A fresh installation on one kind of database, as the contract tests need it. */
export type Subject = {
  readonly account: Account
  readonly clock: StoppedClock
  /** What {@link Account} could not write down. */
  readonly warnings: unknown[]
  /** The same installation as another process sees it. Closed by the subject. */
  openAgain(): Promise<Account>
}

/** Runs `work` on an installation at `place` and closes it, whatever happens. */
export async function withSubject(
  place: ControlDatabasePlace,
  work: (subject: Subject) => Promise<void>,
): Promise<void> {
  const clock: StoppedClock = { time: Date.UTC(2026, 2, 1, 9), now: () => clock.time }
  const warnings: unknown[] = []
  const opened: Account[] = []
  const openAgain = async () => {
    const account = await openAccount(place, clock, (cause) => warnings.push(cause))
    opened.push(account)
    return account
  }
  try {
    await work({ account: await openAgain(), clock, warnings, openAgain })
  } finally {
    for (const account of opened) await account.close()
  }
}

/** Registers one contract test, which gets a fresh installation. */
export type Check = (title: string, work: (subject: Subject) => Promise<void>) => void

/** The code of the `AppError` that `work` ends with; fails when it succeeds. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

export const ingestKey: NewKey = { kind: 'secret', scopes: ['ingest'], origins: [] }
