import type { Engine } from '../store/engine.ts'

/** What organizations described, as it is read from their events. Remembered until an organization describes again. */
export type Described<T> = {
  /** Of each of these organizations. */
  of(engine: Engine, organizationIds: readonly string[]): Promise<Map<string, T>>
  forget(organizationIds: Iterable<string>): void
}

/** `read`: of several organizations at once; of one that described nothing it may say nothing, `none` is remembered. */
export function rememberDescribed<T>(
  read: (engine: Engine, organizationIds: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  none: T,
): Described<T> {
  const known = new Map<string, Promise<T>>()
  return {
    async of(engine, organizationIds) {
      const unknown = organizationIds.filter((id) => !known.has(id))
      if (unknown.length > 0) remember(unknown, read(engine, unknown))
      const all = await Promise.all(organizationIds.map(async (id) => [id, (await known.get(id)) ?? none] as const))
      return new Map(all)
    },
    forget(organizationIds) {
      for (const id of organizationIds) known.delete(id)
    },
  }

  function remember(organizationIds: readonly string[], reading: Promise<ReadonlyMap<string, T>>): void {
    for (const id of organizationIds) {
      const its = reading.then((all) => all.get(id) ?? none)
      known.set(id, its)
      // A failure is not remembered.
      its.catch(() => known.get(id) === its && known.delete(id))
    }
  }
}
