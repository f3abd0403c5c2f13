import type { EventData } from '@parley/model/events/event-declaration.ts'
import { type EventType, eventTypes } from '@parley/model/events/index.ts'
import { degreesOf, placeWord } from '../enrich/coordinates.ts'
import { encodeTsvText } from '../store/tsv.ts'
import type { IncomingEvent } from './event.ts'

/** Columns that hold the field of `data` with their name. */
const fieldColumns = [
  'channel',
  'touchpoint_id',
  'inbox_id',
  'team_id',
  'agent_id',
  'bot_id',
  'visitor_id',
  'contact_id',
  'url',
  'initiator',
  'status',
  'medium',
] as const

/**
 * Columns that hold where and with what a contact or a visitor was, for the types of events that tell a visitor's page.
 * No type names these fields: they come from the request of a browser, or as words from a source that knows them.
 */
const firstSurroundings = ['country', 'browser', 'os', 'device'] as const
/** Columns that came later stand behind all others: rows that a journal holds from before end where they begin. */
const laterSurroundings = ['region'] as const
const surroundingColumns = [...firstSurroundings, ...laterSurroundings] as const

const surroundingNames: ReadonlySet<string> = new Set(surroundingColumns)
const surroundingCharacters = 200
const noSurroundings = '\t'.repeat(firstSurroundings.length)
/** With that of the place, which stands behind them. */
const noLaterSurroundings = '\t'.repeat(laterSurroundings.length + 1)

/** The columns of the `events` table in the order of {@link encodeEventRow}. */
export const eventColumns = [
  'organization_id',
  'source',
  'id',
  'subject_kind',
  'subject_id',
  'time',
  'type',
  'received_at',
  'author_kind',
  'author_id',
  ...fieldColumns,
  'reference',
  'category',
  'number_a',
  'number_b',
  'flags',
  'price',
  ...firstSurroundings,
  'data',
  ...laterSurroundings,
  'place',
] as const

/** The bits of the column `flags`. */
export const eventFlags = {
  private: 1,
  contact_online_known: 2,
  contact_online: 4,
  effective: 8,
  lead: 16,
  submitted: 32,
} as const

/** Which field is the second id of the event, by type. */
const referenceFields: Partial<Record<EventType, string>> = {
  'widget.clicked': 'auto_message_id',
  'auto_message.shown': 'auto_message_id',
  'auto_message.clicked': 'auto_message_id',
  'conversation.requested': 'auto_message_id',
  'message.sent': 'auto_message_id',
  'outcome.recorded': 'outcome_id',
  'call.updated': 'call_id',
  'entity.described': 'kind',
}

const categoryFields: Partial<Record<EventType, string>> = {
  'outcome.recorded': 'category',
  'conversation.ended': 'reason',
  'call.updated': 'direction',
  'invitation.sent': 'campaign',
  'notification.updated': 'campaign',
}

const numberFields: Partial<Record<EventType, readonly [string, string | null]>> = {
  'outcome.recorded': ['chatpoints', 'points_v1'],
  'survey.answered': ['rating', 'scale'],
  'call.updated': ['talk_seconds', 'wrap_seconds'],
  'notification.updated': ['parts', null],
}

const authorFields: Partial<Record<EventType, string>> = { 'message.sent': 'author', 'outcome.recorded': 'by' }

/** Which field of `data` fills which column, for one type. Only fields the type names: nothing else was checked. */
type RowPlan = {
  readonly author: string | null
  /** In the order of `fieldColumns`; null where the type has no such field. */
  readonly fields: readonly (string | null)[]
  /** Those that the type has. */
  readonly known: ReadonlySet<string>
  /** The same in the order of columns, each with the tabs before it: one for it and one for each column that is left out. */
  readonly stops: readonly { readonly tabs: string; readonly field: string }[]
  /** The tabs of the columns behind the last of them. */
  readonly lastTabs: string
  readonly reference: string | null
  readonly category: string | null
  readonly numberA: string | null
  readonly numberB: string | null
  readonly hasFlags: boolean
  readonly hasPrice: boolean
  readonly hasSurroundings: boolean
}

const plans = new Map<EventType, RowPlan>()
for (const type of Object.keys(eventTypes) as EventType[]) plans.set(type, planOf(type))

function planOf(type: EventType): RowPlan {
  const known = Object.keys(eventTypes[type].schema.shape)
  const [numberA, numberB] = numberFields[type] ?? [null, null]
  const fields = fieldColumns.map((column) => (known.includes(column) ? column : null))
  const places = fields.flatMap((field, column) => (field === null ? [] : [{ field, column }]))
  const stops = places.map(({ field, column }, index) => ({
    field,
    tabs: '\t'.repeat(column - (places[index - 1]?.column ?? -1)),
  }))
  return {
    author: authorFields[type] ?? null,
    fields,
    known: new Set(places.map(({ field }) => field)),
    stops,
    lastTabs: '\t'.repeat(fields.length - 1 - (places.at(-1)?.column ?? -1)),
    reference: referenceFields[type] ?? null,
    category: categoryFields[type] ?? null,
    numberA,
    numberB,
    hasFlags: known.some((field) => field in eventFlags),
    hasPrice: known.includes('price'),
    hasSurroundings: known.includes('visitor_id') && known.includes('url'),
  }
}

/** What of `data` no column holds: the rest is not kept twice. {@link decodeEventData} puts it together again. */
function remainderOf({ data, subject_kind }: IncomingEvent, plan: RowPlan): EventData {
  const rest: Record<string, unknown> = {}
  const isPlaced = plan.hasSurroundings && isCoarse(data)
  for (const field of Object.keys(data)) {
    const value = data[field]
    if (field === plan.author) {
      const more = beyondKindAndId(value as Record<string, unknown>)
      if (more !== null) rest[field] = more
    } else if (field === 'conversation_id' && subject_kind === 'conversation') continue
    else if (typeof value === 'string' && value !== '' && plan.known.has(field)) continue
    else if (plan.hasSurroundings && surroundingNames.has(field) && word(value) !== '') continue
    else if (isPlaced && (field === 'latitude' || field === 'longitude')) continue
    else if (field === '__proto__') Object.defineProperty(rest, field, { value, enumerable: true })
    else rest[field] = value
  }
  return rest
}

/** Whether the column of the place says all that the coordinates do. */
function isCoarse(data: EventData): boolean {
  const place = placeWord(data)
  if (place === '') return false
  const { latitude, longitude } = degreesOf(place)
  return data.latitude === latitude && data.longitude === longitude
}

/** What an author has besides; null when nothing, as nearly always. */
function beyondKindAndId(author: Record<string, unknown>): Record<string, unknown> | null {
  for (const field of Object.keys(author)) {
    if (field === 'kind' || field === 'id') continue
    const { kind: _kind, id: _id, ...more } = author
    return more
  }
  return null
}

/** The columns that {@link decodeEventData} needs, in its order. */
export const dataColumns = [
  'type',
  'subject_kind',
  'subject_id',
  'author_kind',
  'author_id',
  ...fieldColumns,
  ...surroundingColumns,
  'place',
  'data',
] as const

/** The `data` of an event as it was sent, from its {@link dataColumns}. Only the order of its fields may differ. */
export function decodeEventData(columns: readonly unknown[]): Record<string, unknown> {
  const [type, subjectKind, subjectId, authorKind, authorId, ...rest] = columns as string[]
  const plan = plans.get(type as EventType)
  if (plan === undefined) throw new Error(`There is no type of event ${type}.`)
  const [place = '', json = ''] = rest.slice(fieldColumns.length + surroundingColumns.length)
  const told = JSON.parse(json) as Record<string, unknown>
  const data: Record<string, unknown> = {}
  if (subjectKind === 'conversation') data.conversation_id = subjectId
  if (plan.author !== null && authorKind !== '')
    data[plan.author] = { kind: authorKind, ...(authorId !== '' && { id: authorId }), ...(told[plan.author] as object) }
  plan.fields.forEach((field, index) => {
    if (field !== null && rest[index] !== '') data[field] = rest[index]
  })
  surroundingColumns.forEach((field, index) => {
    const value = rest[fieldColumns.length + index]
    if (value !== '') data[field] = value
  })
  if (place !== '') Object.assign(data, degreesOf(place))
  for (const field of Object.keys(told)) {
    if (field === plan.author) continue
    Object.defineProperty(data, field, { value: told[field], enumerable: true, writable: true, configurable: true })
  }
  return data
}

/**
 * A row of the `events` table in ClickHouse's TabSeparated, with its line end. What is absent is the empty string, or
 * `\N` for the numbers. The event must have passed its check.
 */
export function encodeEventRow(event: IncomingEvent): string {
  const plan = plans.get(event.type)
  if (plan === undefined) throw new Error(`There is no type of event ${event.type}.`)
  const { data } = event
  let row = `${encodeTsvText(event.organization_id)}\t${encodeTsvText(event.source)}\t${encodeTsvText(event.id)}\t${event.subject_kind}\t${encodeTsvText(event.subject_id)}\t${seconds(event.time)}\t${event.type}\t${seconds(event.received_at)}`
  const author = plan.author === null ? undefined : (data[plan.author] as EventData | undefined)
  row += author === undefined ? '\t\t' : `\t${text(author.kind)}\t${text(author.id)}`
  for (const { tabs, field } of plan.stops) {
    const value = data[field]
    row += typeof value === 'string' ? tabs + encodeTsvText(value) : tabs
  }
  row += plan.lastTabs
  row += plan.reference === null ? '\t' : `\t${text(data[plan.reference])}`
  row += plan.category === null ? '\t' : `\t${text(data[plan.category])}`
  row += plan.numberA === null ? '\t\\N' : `\t${number(data[plan.numberA])}`
  row += plan.numberB === null ? '\t\\N' : `\t${number(data[plan.numberB])}`
  row += plan.hasFlags ? `\t${flagsOf(data)}` : '\t0'
  row += plan.hasPrice ? `\t${moneyText(data.price)}` : '\t'
  if (plan.hasSurroundings) for (const column of firstSurroundings) row += `\t${word(data[column])}`
  else row += noSurroundings
  const json = JSON.stringify(remainderOf(event, plan))
  // JSON has no raw control characters: only its backslashes mean something in TabSeparated.
  row += `\t${json.includes('\\') ? json.replaceAll('\\', '\\\\') : json}`
  if (plan.hasSurroundings) {
    for (const column of laterSurroundings) row += `\t${word(data[column])}`
    row += `\t${placeWord(data)}`
  } else row += noLaterSurroundings
  return `${row}\n`
}

/** Milliseconds as the `seconds.mmm` that DateTime64(3) reads. */
function seconds(instantMs: number): string {
  const millisecond = instantMs % 1000
  const padded = millisecond < 10 ? `00${millisecond}` : millisecond < 100 ? `0${millisecond}` : millisecond
  return `${Math.floor(instantMs / 1000)}.${padded}`
}

function text(value: unknown): string {
  return typeof value === 'string' ? encodeTsvText(value) : ''
}

/** A text that nobody checked: one that is too long for a word, or has tabs or the like in it, is none. */
function word(value: unknown): string {
  if (typeof value !== 'string' || value.length > surroundingCharacters || /\p{Cc}/u.test(value)) return ''
  return encodeTsvText(value)
}

/** Money as the words `0.0575 EUR`. */
function moneyText(value: unknown): string {
  if (value === undefined) return ''
  const { amount, currency } = value as EventData
  return encodeTsvText(`${amount} ${currency}`)
}

function number(value: unknown): string {
  return typeof value === 'number' ? String(value) : '\\N'
}

function flagsOf(data: EventData): number {
  return (
    (data.private === true ? eventFlags.private : 0) |
    (data.contact_online === undefined ? 0 : eventFlags.contact_online_known) |
    (data.contact_online === true ? eventFlags.contact_online : 0) |
    (data.effective === true ? eventFlags.effective : 0) |
    (data.lead === true ? eventFlags.lead : 0) |
    (data.submitted === true ? eventFlags.submitted : 0)
  )
}
