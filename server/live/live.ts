import { AppError } from '@parley/core/errors/app-error.ts'
import type { FilterRequest } from '@parley/core/query/request.ts'
import type { Asker, AskServices } from '../ask/asking.ts'
import { limits } from '../limits.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'

/** Who watches how things stand. */
export type Watcher = {
  /** Each is the whole: whoever missed one has missed nothing. */
  onSnapshot(snapshot: Snapshot): void
  /** It could not be asked; it will be again by itself. */
  onTrouble(error: unknown): void
}

/** Live views: how things stand, told to whoever watches as soon as something settled. */
export type Live = {
  /**
   * Begins to watch; resolves with how things stand and how to stop. Errors: those of asking, 429 `too_many_live_views`
   * when the organization, or this server, has as many as it may.
   */
  watch(
    asker: Asker,
    filters: readonly FilterRequest[],
    watcher: Watcher,
  ): Promise<{ snapshot: Snapshot; stop(): void }>
  /** Told what settled: whoever sees one of these organizations is asked for anew. */
  settled(organizationIds: ReadonlySet<string>): void
  stop(): void
}

export type LiveOptions = {
  readonly ask: AskServices
  /** How often one view is asked for at most, ms. */
  readonly everyMs?: number
  /** How often it is asked for when nothing settles: waits grow, sessions time out, the hour moves on. */
  readonly tickMs?: number
}

/** Asking takes at most this share of the time, however long a snapshot takes. */
const restPerWork = 4

export function createLive({ ask, everyMs = limits.liveEveryMs, tickMs = limits.liveTickMs }: LiveOptions): Live {
  const views = new Map<string, View>()

  function viewFor(asker: Asker, filters: readonly FilterRequest[]): View {
    const key = JSON.stringify([asker.organizationId, asker.language, filters])
    const known = views.get(key)
    if (known) return known
    const view = createView({ ask, asker, filters, everyMs, tickMs, onEmpty: () => views.delete(key) })
    views.set(key, view)
    return view
  }

  function refuseTooMany(organizationId: string): void {
    const all = [...views.values()]
    const own = all.filter((view) => view.organizationId === organizationId)
    const count = (some: readonly View[]) => some.reduce((sum, view) => sum + view.watchers.size, 0)
    const isFull = count(all) >= limits.liveViews
    if (!isFull && count(own) < limits.liveViewsPerOrganization) return
    throw new AppError(
      'too_many_live_views',
      429,
      isFull
        ? `This server has ${limits.liveViews} live views open and opens no more. Try again in a minute.`
        : `Your organization has ${limits.liveViewsPerOrganization} live views open and may have no more. Close one, or try again in a minute.`,
      { retryAfterSeconds: 60 },
    )
  }

  return {
    async watch(asker, filters, watcher) {
      refuseTooMany(asker.organizationId)
      const view = viewFor(asker, filters)
      view.watchers.add(watcher)
      const stop = () => view.leave(watcher)
      try {
        return { snapshot: await view.first(), stop }
      } catch (error) {
        stop()
        throw error
      }
    },
    settled(organizationIds) {
      for (const view of views.values()) if (view.sees(organizationIds)) view.refresh()
    },
    stop() {
      for (const view of views.values()) view.end()
      views.clear()
    },
  }
}

/** One question, shared by all who ask it. */
type View = {
  readonly organizationId: string
  readonly watchers: Set<Watcher>
  /** The newest snapshot; of a view nobody has watched yet, the first. */
  first(): Promise<Snapshot>
  refresh(): void
  sees(organizationIds: ReadonlySet<string>): boolean
  leave(watcher: Watcher): void
  end(): void
}

function createView({
  ask,
  asker,
  filters,
  everyMs,
  tickMs,
  onEmpty,
}: Required<LiveOptions> & {
  asker: Asker
  filters: readonly FilterRequest[]
  onEmpty: () => void
}): View {
  const watchers = new Set<Watcher>()
  const ended = new AbortController()
  let newest: Snapshot | null = null
  let scope: ReadonlySet<string> | null = null
  let asking: Promise<Snapshot> | null = null
  let isAskedAgain = false
  let restUntil = 0
  let timer: NodeJS.Timeout | null = null
  const tick = setInterval(refresh, tickMs)
  tick.unref()

  async function take(): Promise<Snapshot> {
    const startedAt = performance.now()
    try {
      scope = new Set(await ask.scopeOf(asker.organizationId))
      newest = await takeSnapshot(ask, asker, filters, ended.signal)
      return newest
    } finally {
      const now = performance.now()
      restUntil = now + Math.max(everyMs, (now - startedAt) * restPerWork)
    }
  }

  /** One at a time; what settles meanwhile is asked for afterwards. */
  function askOnce(): Promise<Snapshot> {
    asking ??= take().finally(() => {
      asking = null
      if (isAskedAgain) refresh()
    })
    return asking
  }

  function refresh(): void {
    if (ended.signal.aborted) return
    if (asking !== null) {
      isAskedAgain = true
      return
    }
    isAskedAgain = false
    timer ??= setTimeout(
      () => {
        timer = null
        askOnce().then(
          (snapshot) => watchers.forEach((watcher) => void watcher.onSnapshot(snapshot)),
          (error: unknown) => ended.signal.aborted || watchers.forEach((watcher) => void watcher.onTrouble(error)),
        )
      },
      Math.max(0, restUntil - performance.now()),
    )
    timer.unref()
  }

  function end(): void {
    ended.abort(new Error('Nobody watches any more.'))
    clearInterval(tick)
    if (timer) clearTimeout(timer)
  }

  return {
    organizationId: asker.organizationId,
    watchers,
    first: async () => newest ?? askOnce(),
    refresh,
    // Until it is known whom it sees, it may see everybody.
    sees: (organizationIds) => scope === null || [...organizationIds].some((id) => scope?.has(id)),
    leave(watcher) {
      watchers.delete(watcher)
      if (watchers.size > 0 || ended.signal.aborted) return
      end()
      onEmpty()
    },
    end,
  }
}
