import type { EventType } from '@parley/model/events/index.ts'

/** An event of the demo, as it is sent. */
export type DemoEvent = {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: EventType
  readonly time: string
  readonly data: Readonly<Record<string, unknown>>
}

/** An event of the demo, whose it is (`key` of its organization) and when it happens (UTC milliseconds). */
export type Planned = { readonly organization: string; readonly at: number; readonly event: DemoEvent }

/** Writes events down under ids that follow from their place alone. */
export type Script = {
  readonly key: string
  readonly events: readonly Planned[]
  add(at: number, type: EventType, data: Readonly<Record<string, unknown>>): void
}

/** `untilMs`: what would happen later does not. */
export function createScript(organization: string, key: string, untilMs = Number.POSITIVE_INFINITY): Script {
  const events: Planned[] = []
  const source = `/demo/${organization}`
  return {
    key,
    events,
    add(at, type, data) {
      const instant = Math.round(at)
      if (instant >= untilMs) return
      const id = `${key}-${events.length + 1}`
      const time = new Date(instant).toISOString()
      events.push({ organization, at: instant, event: { specversion: '1.0', id, source, type, time, data } })
    },
  }
}
