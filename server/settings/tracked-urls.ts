import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import { noPage, normalPattern, type TrackedUrl } from '@parley/core/query/tracked-url.ts'
import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { recordAudit } from '../account/audit.ts'
import { nameText } from '../account/organizations.ts'
import type { Tables, TrackedUrlRow } from '../account/tables.ts'
import type { Clock } from '../clock.ts'
import { limits } from '../limits.ts'

export const patternText = z
  .string()
  .trim()
  .min(1, 'A pattern needs at least one character, such as *.shop.example/cards/*.')
  .max(limits.trackedUrlPatternCharacters, `A pattern has at most ${limits.trackedUrlPatternCharacters} characters.`)
  .regex(
    /^[^\s\p{Cc}]*$/u,
    'A pattern has no spaces and no control characters: write them percent-encoded, as addresses do.',
  )
  .refine((text) => {
    const normal = normalPattern(text)
    return normal !== noPage && !normal.startsWith('/')
  }, 'A pattern begins with a host, such as shop.example/cards/*. With */cards/* it is any host.')

export const patternsList = z
  .array(patternText)
  .min(1, 'A tracked URL needs at least one pattern.')
  .max(limits.trackedUrlPatterns, `A tracked URL has at most ${limits.trackedUrlPatterns} patterns.`)

export const newTrackedUrl = z.strictObject({ label: nameText, patterns: patternsList })
export type NewTrackedUrl = z.output<typeof newTrackedUrl>

/** A tracked URL as it is kept: the name an organization gives to some of its pages. */
export type KeptTrackedUrl = TrackedUrl & {
  readonly organization_id: string
  readonly label: string
  readonly created_at: number
}

export type TrackedUrls = {
  /** Those of these organizations, by label. */
  list(organizationIds: readonly string[]): Promise<KeptTrackedUrl[]>
  /** Throws `unknown_tracked_url` (404). */
  find(id: string, within: readonly string[]): Promise<KeptTrackedUrl>
  /** Throws `label_taken`, `pattern_taken`, `too_many_tracked_urls` (409). */
  create(organizationId: string, input: NewTrackedUrl, actor: string): Promise<KeptTrackedUrl>
  /** Throws `unknown_tracked_url` (404), `label_taken` and `pattern_taken` (409). */
  change(id: string, within: readonly string[], changes: Changes, actor: string): Promise<KeptTrackedUrl>
  /** Its history reads as other pages from now on. Throws `unknown_tracked_url` (404). */
  remove(id: string, within: readonly string[], actor: string): Promise<void>
}

type Changes = { readonly [Field in keyof NewTrackedUrl]?: NewTrackedUrl[Field] | undefined }

export function createTrackedUrls(db: Kysely<Tables>, clock: Clock): TrackedUrls {
  return {
    list: (organizationIds) => readAll(db, organizationIds),
    find: (id, within) => find(db, id, within),
    create: (organizationId, input, actor) =>
      db.transaction().execute(async (transaction) => {
        const others = await lockedList(transaction, organizationId)
        if (others.length >= limits.trackedUrlsPerOrganization) throw tooMany()
        refuseTaken(input, others)
        const created: KeptTrackedUrl = {
          id: newId(),
          organization_id: organizationId,
          created_at: clock.now(),
          ...input,
        }
        await transaction.insertInto('tracked_urls').values(rowOf(created)).execute()
        await insertPatterns(transaction, created)
        await audit(transaction, actor, 'tracked_url.created', created)
        return created
      }),
    change: (id, within, changes, actor) =>
      db.transaction().execute(async (transaction) => {
        const { organization_id } = await find(transaction, id, within)
        const all = await lockedList(transaction, organization_id)
        const before = all.find((one) => one.id === id)
        if (before === undefined) throw unknown(id)
        const { label = before.label, patterns = before.patterns } = changes
        const changed = { ...before, label, patterns }
        refuseTaken(
          changed,
          all.filter((one) => one !== before),
        )
        await transaction.updateTable('tracked_urls').set({ label }).where('id', '=', id).execute()
        await transaction.deleteFrom('tracked_url_patterns').where('tracked_url_id', '=', id).execute()
        await insertPatterns(transaction, changed)
        await audit(transaction, actor, 'tracked_url.changed', changed)
        return changed
      }),
    remove: (id, within, actor) =>
      db.transaction().execute(async (transaction) => {
        const removed = await find(transaction, id, within)
        await transaction.deleteFrom('tracked_url_patterns').where('tracked_url_id', '=', id).execute()
        await transaction.deleteFrom('tracked_urls').where('id', '=', id).execute()
        await audit(transaction, actor, 'tracked_url.removed', removed)
      }),
  }

  async function audit(transaction: Kysely<Tables>, actor: string, action: string, one: KeptTrackedUrl): Promise<void> {
    const { id: target, organization_id: organizationId, label, patterns } = one
    await recordAudit(transaction, clock, { organizationId, actor, action, target, detail: { label, patterns } })
  }
}

async function readAll(db: Kysely<Tables>, organizationIds: readonly string[]): Promise<KeptTrackedUrl[]> {
  if (organizationIds.length === 0) return []
  const rows = await db
    .selectFrom('tracked_urls')
    .selectAll()
    .where('organization_id', 'in', organizationIds)
    .orderBy('label')
    .orderBy('id')
    .execute()
  const patterns = await db
    .selectFrom('tracked_url_patterns')
    .select(['tracked_url_id', 'pattern'])
    .where('organization_id', 'in', organizationIds)
    .orderBy('position')
    .execute()
  const byTrackedUrl = Map.groupBy(patterns, ({ tracked_url_id }) => tracked_url_id)
  return rows.map((row) => ({ ...row, patterns: (byTrackedUrl.get(row.id) ?? []).map(({ pattern }) => pattern) }))
}

/** The list of an organization, which nobody else changes until the transaction ends. */
async function lockedList(transaction: Kysely<Tables>, organizationId: string): Promise<KeptTrackedUrl[]> {
  // Writing to its row is a lock that SQLite and PostgreSQL both have.
  await transaction.updateTable('organizations').set({ id: organizationId }).where('id', '=', organizationId).execute()
  return readAll(transaction, [organizationId])
}

async function find(db: Kysely<Tables>, id: string, within: readonly string[]): Promise<KeptTrackedUrl> {
  const found = (await readAll(db, within)).find((one) => one.id === id)
  if (found === undefined) throw unknown(id)
  return found
}

async function insertPatterns(db: Kysely<Tables>, { id, organization_id, patterns }: KeptTrackedUrl): Promise<void> {
  const rows = patterns.map((pattern, position) => ({
    organization_id,
    normal: normalPattern(pattern),
    tracked_url_id: id,
    pattern,
    position,
  }))
  await db.insertInto('tracked_url_patterns').values(rows).execute()
}

function rowOf({ id, organization_id, label, created_at }: KeptTrackedUrl): TrackedUrlRow {
  return { id, organization_id, label, created_at }
}

function refuseTaken(wanted: Wanted, others: readonly KeptTrackedUrl[]): void {
  if (others.some(({ label }) => label === wanted.label))
    throw new AppError(
      'label_taken',
      409,
      `There is a tracked URL ${JSON.stringify(wanted.label)} already. Choose another label, or add the patterns to that one.`,
    )
  const takenBy = new Map(
    others.flatMap(({ label, patterns }) => patterns.map((pattern) => [normalPattern(pattern), label] as const)),
  )
  const problems = wanted.patterns.flatMap((pattern, index): Problem[] => {
    const normal = normalPattern(pattern)
    const label = takenBy.get(normal)
    takenBy.set(normal, label ?? wanted.label)
    if (label === undefined) return []
    return [
      {
        code: 'pattern_taken',
        message: `The pattern ${JSON.stringify(pattern)} is in the tracked URL ${JSON.stringify(label)} already. Leave it out, or remove it there.`,
        pointer: `/patterns/${index}`,
      },
    ]
  })
  if (problems.length === 0) return
  throw new AppError('pattern_taken', 409, problems.map(({ message }) => message).join(' '), { problems })
}

type Wanted = { readonly label: string; readonly patterns: readonly string[] }

function tooMany(): AppError {
  const most = limits.trackedUrlsPerOrganization
  return new AppError(
    'too_many_tracked_urls',
    409,
    `An organization has at most ${most} tracked URLs. Remove one, or add the patterns to one that there is.`,
  )
}

function unknown(id: string): AppError {
  return new AppError(
    'unknown_tracked_url',
    404,
    `There is no tracked URL ${JSON.stringify(id)} that you can see. GET /v1/tracked-urls lists those you can see.`,
  )
}
