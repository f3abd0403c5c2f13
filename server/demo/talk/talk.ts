export type Desk = 'sales' | 'service'
export type Language = 'en' | 'nl' | 'ru'
export type Lines = readonly [string, ...string[]]

/** What agents, contacts and bots of a language say, whatever it is about. */
export type Manners = {
  readonly firstNames: Lines
  readonly lastNames: Lines
  readonly greetings: Lines
  readonly thanks: Lines
  /** When nobody answers. */
  readonly nudges: Lines
  /** Of a bot: its first word, when it gets somebody, and when nobody is there to be got. */
  readonly welcome: Lines
  readonly handover: Lines
  readonly closed: Lines
  readonly transferred: string
  readonly notes: Lines
  readonly praise: Lines
  readonly complaints: Lines
}

/** Something people talk about. */
export type Topic = {
  /** Who takes it. */
  readonly desk: Desk
  /** Where on the site it begins. */
  readonly path: string
  readonly weight: number
  readonly openers: Lines
  /** What the agent says, and what the contact answers. */
  readonly exchanges: readonly [readonly [string, string], ...(readonly [string, string])[]]
}

/** What is said in a kind of business, in one language. */
export type Trade = {
  readonly topics: Readonly<Record<string, Topic>>
  /** What a bot knows. */
  readonly answers: Lines
  readonly closings: Lines
  readonly followUps: Lines
}

/**
 * How a topic is called, `new_bike` → `New bike`: as the category of an outcome, and as the label of the pages where it begins.
 * The vendor prescribes them, so they are the same in every language, and its numbers add up over all shops.
 */
export function nameOfTopic(id: string): string {
  return `${id[0]?.toUpperCase()}${id.slice(1).replaceAll('_', ' ')}`
}
