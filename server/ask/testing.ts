import { openTestStore, type TestStore } from '../derive/testing.ts'
import type { AskServices } from './asking.ts'
import { createNameBook } from './names.ts'

/** Events in, answers out: everything real but the accounts. */
export type TestHouse = TestStore & {
  /** Asks at an instant. `sees`: whom an organization sees, itself alone when absent. */
  at(nowMs: number, options?: { timeZone?: string; sees?: (organizationId: string) => readonly string[] }): AskServices
}

export async function openTestHouse(): Promise<TestHouse> {
  const names = createNameBook()
  const store = await openTestStore({
    onSettled: ({ fresh }) => names.forget(fresh.map(({ organizationId }) => organizationId)),
  })
  return Object.assign(store, {
    at: (nowMs, { timeZone = 'UTC', sees = (id: string) => [id] } = {}) => ({
      engine: () => store.engine,
      scopeOf: async (organizationId) => sees(organizationId),
      timeZoneOf: async () => timeZone,
      asOf: () => nowMs,
      namesOf: (organizationIds) => names.namesOf(store.engine, organizationIds),
    }),
  } satisfies Pick<TestHouse, 'at'>)
}
