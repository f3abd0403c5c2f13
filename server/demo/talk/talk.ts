export type Desk = 'sales' | 'service'
export type Language = 'en' | 'nl' | 'ru'

export type Lines = readonly [string, ...string[]]

/** What people talk about. */
export const topics = ['new_bike', 'test_ride', 'accessories', 'repair', 'order_status', 'warranty'] as const
export type Topic = (typeof topics)[number]

/** What a shop's people say. */
export type Talk = {
  readonly firstNames: Lines
  readonly lastNames: Lines
  readonly greetings: Lines
  readonly openers: Readonly<Record<Topic, Lines>>
  /** What the agent says, and what the contact answers. */
  readonly exchanges: Readonly<Record<Topic, readonly [readonly [string, string], ...(readonly [string, string])[]]>>
  readonly closings: Lines
  readonly thanks: Lines
  /** When nobody answers. */
  readonly nudges: Lines
  readonly followUps: Lines
  readonly bot: {
    readonly welcome: Lines
    readonly answers: Lines
    readonly handover: Lines
    readonly closed: Lines
  }
  readonly transferred: string
  readonly notes: Lines
  readonly praise: Lines
  readonly complaints: Lines
}
