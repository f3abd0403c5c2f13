import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { facts } from '@parley/model/facts.ts'
import { openAccount } from '@parley/server/account/account.ts'
import { systemClock } from '@parley/server/clock.ts'
import { noFactSettings } from '@parley/server/derive/fact-settings.ts'
import { openLanes } from '@parley/server/derive/lanes.ts'
import { createVersions, prepareFacts } from '@parley/server/derive/prepare-facts.ts'
import { rulesFingerprint } from '@parley/server/derive/rebuild.ts'
import type { Engine } from '@parley/server/store/engine.ts'
import { createEventsTable } from '@parley/server/store/events-table.ts'
import { openEngine } from '@parley/server/store/open.ts'
import { prepareEvents } from '@parley/server/store/store.ts'
import { atLeisure, mergesToEnd } from './at-leisure.ts'
import { fillFlatTables } from './flat-tables.ts'
import { generateSql, messagesPerConversation } from './generate.ts'
import { generateOthersSql } from './generate-others.ts'
import { generateVisitsSql, pagesPerVisit } from './generate-visits.ts'

/** A data directory of an installation with a year of conversations and about as many page views as messages, and what is needed to ask it. */
export type Prepared = {
  readonly directory: string
  /** About: conversations have as many messages as they have. */
  readonly messages: number
  /** The organization with 60 % of everything. */
  readonly organizationId: string
  /** A key of it that may do everything. */
  readonly key: string
  /** The day after the last conversation begins, UTC ms. */
  readonly toMs: number
}

const organizations = 21
const months = 12
const dayMs = 24 * 60 * 60 * 1000
const monthMs = (365 * dayMs) / months

// What a change of the generator shows in.
const sample = { first: 0, end: 1, fromMs: 0, toMs: 1, organizationIds: ['a', 'b'] }

/** The prepared data of a size: made once, kept in `dataDirectory`, its facts brought up to date when their rules changed. */
export async function prepare(messages: number, dataDirectory: string, say: (line: string) => void): Promise<Prepared> {
  const made = createHash('sha256')
    .update(
      [generateSql(sample), generateVisitsSql(sample), ...generateOthersSql(sample), createEventsTable()].join('\n'),
    )
    .digest('hex')
    .slice(0, 8)
  const directory = join(dataDirectory, `messages-${messages}-${made}`)
  const file = join(directory, 'prepared.json')
  await mkdir(dataDirectory, { recursive: true })
  for (const other of await readdir(dataDirectory))
    if (other.startsWith(`messages-${messages}-`) && (other !== `messages-${messages}-${made}` || !existsSync(file)))
      await rm(join(dataDirectory, other), { recursive: true })
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Prepared & { rules: string }) : null
  if (known?.rules === rulesFingerprint()) return { ...known, directory }
  await mkdir(directory, { recursive: true })
  const engine = await openEngine(directory)
  try {
    const prepared = known ?? (await generate(engine, directory, messages, say))
    say(`deriving the facts of ${messages} messages`)
    await prepareFacts(engine, await openLanes(engine), await createVersions(engine, systemClock), noFactSettings)
    // As it is some minutes after the last event: see `server/derive/merge-months.ts`.
    for (const { id } of facts) await engine.command(`OPTIMIZE TABLE ${id} FINAL`, atLeisure)
    await fillFlatTables(engine)
    await mergesToEnd(engine)
    writeFileSync(file, JSON.stringify({ ...prepared, directory, rules: rulesFingerprint() }), { mode: 0o600 })
    return { ...prepared, directory }
  } finally {
    await engine.close()
  }
}

async function generate(
  engine: Engine,
  directory: string,
  messages: number,
  say: (line: string) => void,
): Promise<Prepared> {
  const { organizationIds, key } = await createOrganizations(directory)
  const toMs = Math.floor(Date.now() / dayMs) * dayMs
  const conversations = Math.ceil(messages / messagesPerConversation)
  await prepareEvents(engine)
  for (let month = 0; month < months; month += 1) {
    say(`making ${messages} messages: month ${month + 1} of ${months}`)
    const fromMs = Math.round(toMs - (months - month) * monthMs)
    const place = (part: number) => Math.round((part * conversations) / months)
    const stretch = {
      first: place(month),
      end: place(month + 1),
      fromMs,
      toMs: Math.round(fromMs + monthMs),
      organizationIds,
    }
    await engine.command(generateSql(stretch), atLeisure)
    const visit = (part: number) => Math.round((part * messages) / pagesPerVisit / months)
    await engine.command(generateVisitsSql({ ...stretch, first: visit(month), end: visit(month + 1) }), atLeisure)
    for (const sql of generateOthersSql(stretch)) await engine.command(sql, atLeisure)
  }
  return { directory, messages, organizationId: organizationIds[0] ?? '', key, toMs }
}

/** Makes organizations in the control database, and a key of the first. */
export async function createOrganizations(
  directory: string,
  count = organizations,
): Promise<{ organizationIds: string[]; key: string }> {
  const account = await openAccount({ dataDirectory: directory, postgresUrl: null }, systemClock, (cause) => {
    throw cause
  })
  try {
    const organizationIds: string[] = []
    for (let index = 0; index < count; index += 1) {
      const { id } = await account.organizations.create(
        { name: `Shop ${index + 1}`, time_zone: 'Europe/Amsterdam' },
        'bench',
      )
      organizationIds.push(id)
    }
    const scopes: ('ingest' | 'query' | 'admin')[] = ['ingest', 'query', 'admin']
    const { secret } = await account.keys.create(
      organizationIds[0] ?? '',
      { kind: 'secret', scopes, origins: [] },
      'bench',
    )
    return { organizationIds, key: secret }
  } finally {
    await account.close()
  }
}
