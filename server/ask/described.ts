import type { Engine } from '../store/engine.ts'

/** What organizations described, as it is read from their events. Remembered until an organization describes again. */
export type Described<T> = {
  /** Of each of these organizations. */
  of(engine: Engine, organizationIds: readonly string[]): Promise<Map<string, T>>
  forget(organizationIds: Iterable<string>): void
}

export function rememberDescribed<T>(read: (engine: Engine, organizationId: string) => Promise<T>): Described<T> {
  const known = new Map<string, Promise<T>>()
  return {
    async of(engine, organizationIds) {
      const all = await Promise.all(organizationIds.map(async (id) => [id, await remembered(engine, id)] as const))
      return new Map(all)
    },
    forget(organizationIds) {
      for (const id of organizationIds) known.delete(id)
    },
  }

  function remembered(engine: Engine, organizationId: string): Promise<T> {
    const before = known.get(organizationId)
    if (before) return before
    const reading = read(engine, organizationId)
    known.set(organizationId, reading)
    // A failure is not remembered.
    reading.catch(() => known.delete(organizationId))
    return reading
  }
}
