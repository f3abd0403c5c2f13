/** A property by which numbers are split and filtered. A row without a value is the value "none" (null at the edge). */
export type Dimension = {
  readonly id: string
  /** For each fact that has it: the column that holds it, or that it is found from. */
  readonly columns: Readonly<Record<string, string>>
  /** How its value is found from what the column holds; absent: the column holds the value. */
  readonly found?: Finding
  /** For facts whose column holds something else than those of the others do: how it is found there. */
  readonly foundIn?: Readonly<Record<string, Finding>>
  /** The kind of entity its values name, so that ids can be shown by name. */
  readonly entity?:
    | 'agent'
    | 'bot'
    | 'team'
    | 'inbox'
    | 'touchpoint'
    | 'contact'
    | 'organization'
    | typeof trackedUrlKind
  /** The closed list of its values, when it has one. */
  readonly values?: readonly string[]
  /** Of an open list: the values that mean the same everywhere and are named by the catalogue. */
  readonly reserved?: readonly string[]
  readonly type: 'text' | 'number'
}

/** What the values of the dimension of tracked URLs name. */
export const trackedUrlKind = 'tracked_url'

/**
 * How the value of a dimension is found from a column while a question is answered. No fact holds it, so a changed rule
 * or description holds for the past at once. All give texts; the empty text is "none".
 */
export type Finding =
  /** Of a duration: the first step that it is not longer than. The last step has no end. */
  | { readonly by: 'length'; readonly steps: readonly LengthStep[] }
  /** Of a count: one value where there is any, another where there is none. */
  | { readonly by: 'presence'; readonly any: string; readonly none: string }
  /** Of an agent: the value of the level it was described with; of one without a level none. */
  | { readonly by: 'agent_level'; readonly valueOfLevel: Readonly<Record<number, string>> }
  /** Of an agent: every team it was last described as being in. A row may have several values. */
  | { readonly by: 'agent_teams' }
  /** Of an address: every tracked URL of the row's organization that it matches. A row may have several values. */
  | { readonly by: 'tracked_urls' }

export type LengthStep = { readonly value: string; readonly upToSeconds?: number }

/** How the value of a dimension is found in a fact; undefined where its column holds the value. */
export function findingIn({ found, foundIn }: Dimension, fact: string): Finding | undefined {
  return foundIn?.[fact] ?? found
}

/** Whether a row of a fact may have several values: it then counts in each, and the parts of a split may exceed the whole. */
export function hasSeveralValues(dimension: Dimension, fact: string): boolean {
  const by = findingIn(dimension, fact)?.by
  return by === 'tracked_urls' || by === 'agent_teams'
}
