import type { Client } from './client.ts'
import { until } from './until.ts'

/** Resolves when everything that was acknowledged until now is in the answers. */
export async function settled(client: Client): Promise<void> {
  const now = new Date().toISOString()
  await until('everything is settled', async () => (await client.query({ metrics: ['messages'] })).as_of > now)
}
