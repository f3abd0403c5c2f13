import { type Account, openAccount } from '../account/account.ts'
import { systemClock } from '../clock.ts'
import type { Surroundings } from './command.ts'

/** Who changed a setting, for the audit, when it was done from the command line. */
export const actor = 'cli'

/** Opens the control data for a command, beside a running server or without one, and closes it again. */
export async function withAccount<T>(surroundings: Surroundings, work: (account: Account) => Promise<T>): Promise<T> {
  const account = await openAccount(surroundings.config(), systemClock, (cause) => surroundings.say(String(cause)))
  try {
    return await work(account)
  } finally {
    await account.close()
  }
}
