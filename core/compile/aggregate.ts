/** One aggregate function over rows: `of` are its arguments, `where` which rows, `parameters` as `(0.5, 0.9)`. */
export type AggregateCall = {
  readonly name: string
  readonly of?: string
  readonly where?: string | undefined
  readonly parameters?: string
}

/** Writes an aggregate function as SQL. Everything that counts rows goes through one, so that it can be counted in two steps. */
export type Aggregate = (call: AggregateCall) => string

/**
 * Counts rows in one step.
 *
 * @example `countIf(is_chat)`, `quantilesExactInclusiveIf(0.5, 0.9)(response, author_kind = 'agent')`
 */
export const atOnce: Aggregate = (call) => written(call, '')

/** Counting in two steps: rows become states, and states of several groups the number of all their rows. */
export type Stages = {
  /** The second step: what a state becomes. */
  readonly aggregate: Aggregate
  /** The columns of the first step, of everything that was written as the second. */
  states(): string[]
}

/**
 * States that merge into exactly what counting all their rows at once gives, also where that does not add up.
 *
 * @example of `countIf(is_chat)` the columns are `countIfState(is_chat) AS state_1`, and the second step `countIfMerge(state_1)`
 */
export function inStages(): Stages {
  const states = new Map<string, string>()
  return {
    aggregate(call) {
      const state = written(call, 'State')
      const name = states.get(state) ?? `state_${states.size + 1}`
      states.set(state, name)
      return `${nameOf(call)}Merge${call.parameters ?? ''}(${name})`
    },
    states: () => [...states].map(([state, name]) => `${state} AS ${name}`),
  }
}

function written(call: AggregateCall, combinator: string): string {
  const { of, where, parameters = '' } = call
  const given = [of, where].filter((one) => one !== undefined).join(', ')
  return `${nameOf(call)}${combinator}${parameters}(${given})`
}

function nameOf({ name, where }: AggregateCall): string {
  return where === undefined ? name : `${name}If`
}
