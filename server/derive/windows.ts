import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { hourMs } from '@parley/core/time/granularity.ts'
import type { Stretch } from './spans.ts'

/** Where events of a thread lie that have to be read; `span` is undefined when nobody knows. */
type Placed = { readonly organizationId: string; readonly span: Stretch | undefined }

// Each window is a condition more for the engine to hold against the places of its index: some dozens cost nothing.
const mostWindows = 64
const grainsMs = [1, 8, 64, 512].map((hours) => hours * hourMs)

/**
 * SQL: the stretches of time in which the events of these threads lie, organization by organization, made longer until
 * they are few. It selects all events of theirs and as little else as it can: an old conversation that is told today
 * makes nobody read the months since.
 */
export function windowsSql(placed: readonly Placed[]): string {
  const spans = new Map<string, Stretch[]>()
  for (const { organizationId, span } of placed) {
    const there = spans.get(organizationId) ?? []
    if (there.length === 0) spans.set(organizationId, there)
    if (span !== undefined) there.push(span)
  }
  if (placed.every(({ span }) => span !== undefined)) {
    for (const grainMs of grainsMs) {
      for (const [organizationId, windows] of spans) spans.set(organizationId, joined(windows, grainMs))
      const alike = [...Map.groupBy(spans, ([, windows]) => JSON.stringify(windows)).values()]
      if (alike.reduce((sum, [one]) => sum + (one?.[1].length ?? 0), 0) <= mostWindows)
        return `(${alike.map((ones) => windowsOf(ones)).join(' OR ')})`
    }
  }
  return `organization_id IN ${literal([...spans.keys()])}`
}

/** The spans as whole grains of time, those that touch made one. */
function joined(spans: readonly Stretch[], grainMs: number): Stretch[] {
  const windows: Stretch[] = []
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const from = Math.floor(first / grainMs) * grainMs
    const until = (Math.floor(last / grainMs) + 1) * grainMs
    const before = windows.at(-1)
    if (before !== undefined && from <= before.last + 1) before.last = Math.max(before.last, until - 1)
    else windows.push({ first: from, last: until - 1 })
  }
  return windows
}

/** Of organizations whose windows are the same. */
function windowsOf(alike: readonly (readonly [string, readonly Stretch[]])[]): string {
  const times = alike[0]?.[1].map(({ first, last }) => `time BETWEEN ${timeLiteral(first)} AND ${timeLiteral(last)}`)
  return `(organization_id IN ${literal(alike.map(([organizationId]) => organizationId))} AND (${times?.join(' OR ')}))`
}
