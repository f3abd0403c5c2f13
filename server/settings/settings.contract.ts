import { defaultSettings, sessionTimeoutOf } from '@parley/model/settings/settings.ts'
import { expect } from 'vitest'
import { type Check, refusalOf, type Subject } from '../account/contract.ts'
import { limits } from '../limits.ts'
import { createSettings } from './settings.ts'
import { createTouchpoints } from './touchpoints.ts'
import { createTrackedUrls } from './tracked-urls.ts'

/** The settings of an installation, and what was told of facts that became stale. */
function settingsOf({ account, clock }: Subject) {
  const stale: [readonly string[], string][] = []
  const settings = createSettings({
    db: account.database.db,
    clock,
    organizations: account.organizations,
    onFactsStale: (organizationIds, setting) => stale.push([organizationIds, setting]),
  })
  const heldBy = async (id: string) => (await settings.of([id])).get(id)
  return { settings, stale, heldBy }
}

export function settingsContract(check: Check): void {
  check('an organization that has set nothing has the defaults', async (subject) => {
    const { id } = await subject.account.organizations.create({ name: 'One' }, 'cli')
    const held = await settingsOf(subject).heldBy(id)
    expect(held?.values).toEqual(defaultSettings)
    expect(new Set(Object.values(held?.sources ?? {}))).toEqual(new Set(['default']))
    expect(defaultSettings).toMatchObject({ sla_target_seconds: 60, attribution_window_days: 30 })
  })

  check('a setting is changed, taken back, and written into the audit with both values', async (subject) => {
    const { account } = subject
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const { settings, heldBy, stale } = settingsOf(subject)
    await settings.change(id, { sla_target_seconds: 90, potential_visitors: 1200 }, 'user:anna')
    expect(await heldBy(id)).toMatchObject({
      values: { sla_target_seconds: 90, potential_visitors: 1200, potential_leads: null },
      sources: { sla_target_seconds: 'own', potential_visitors: 'own', potential_leads: 'default' },
    })
    await settings.change(id, { sla_target_seconds: 90 }, 'user:anna')
    await settings.change(id, { sla_target_seconds: null }, 'user:ben')
    expect((await heldBy(id))?.values.sla_target_seconds).toBe(60)
    expect(stale).toEqual([])
    const entries = await account.audit([id], 10)
    expect(entries.slice(0, 3).map(({ actor, action, target, detail }) => [actor, action, target, detail])).toEqual([
      ['user:ben', 'setting.changed', 'sla_target_seconds', { from: 90, to: null }],
      ['user:anna', 'setting.changed', 'potential_visitors', { from: null, to: 1200 }],
      ['user:anna', 'setting.changed', 'sla_target_seconds', { from: null, to: 90 }],
    ])
    // What was set to what it was already left no trace.
    expect(entries).toHaveLength(4)
  })

  check('one that stored facts depend on says whose facts are stale, once it is stored', async (subject) => {
    const { id } = await subject.account.organizations.create({ name: 'One' }, 'cli')
    const { settings, heldBy, stale } = settingsOf(subject)
    await settings.change(id, { session_timeouts: { whatsapp: 3600 } }, 'cli')
    expect(stale).toEqual([[[id], 'session_timeouts']])
    const values = (await heldBy(id))?.values ?? defaultSettings
    expect(['web', 'whatsapp', 'sms'].map((channel) => sessionTimeoutOf(values, channel))).toEqual([1800, 3600, 86_400])
    await settings.change(id, { session_timeouts: { whatsapp: 3600 }, sla_target_seconds: 5 }, 'cli')
    expect(stale).toHaveLength(1)
  })

  check(
    'only conversion rates are inherited, from the nearest organization above that has set them',
    async (subject) => {
      const { organizations } = subject.account
      const top = await organizations.create({ name: 'Top' }, 'cli')
      const middle = await organizations.create({ name: 'Middle', parent_id: top.id }, 'cli')
      const shop = await organizations.create({ name: 'Shop', parent_id: middle.id }, 'cli')
      const { settings, heldBy } = settingsOf(subject)
      await settings.change(top.id, { conversion_rates: { garage: 0.02 }, sla_target_seconds: 10 }, 'cli')
      expect(await heldBy(shop.id)).toMatchObject({
        values: { conversion_rates: { garage: 0.02 }, sla_target_seconds: 60 },
        sources: { conversion_rates: 'inherited', sla_target_seconds: 'default' },
      })
      await settings.change(middle.id, { conversion_rates: {} }, 'cli')
      expect((await heldBy(shop.id))?.values.conversion_rates).toEqual({})
      expect((await heldBy(top.id))?.sources.conversion_rates).toBe('own')
      expect((await settings.of([shop.id, top.id])).get(top.id)?.values.conversion_rates).toEqual({ garage: 0.02 })
    },
  )
}

export function touchpointsContract(check: Check): void {
  check(
    'what was decided about a touchpoint is kept, taken back, and told only when it is another',
    async (subject) => {
      const { account, clock } = subject
      const { id } = await account.organizations.create({ name: 'One' }, 'cli')
      let stale = 0
      const onFactsStale = () => {
        stale += 1
      }
      const touchpoints = createTouchpoints({ db: account.database.db, clock, onFactsStale })
      const service_hours = { weekly: { mon: [['09:00', '17:00']] }, exceptions: [{ date: '2026-12-25', hours: [] }] }
      await touchpoints.change(id, 'w 1/é', { service_hours }, 'user:anna')
      await touchpoints.change(id, 'w 1/é', { service_hours, time_zone: 'UTC' }, 'user:anna')
      await touchpoints.change(id, 'w 1/é', { time_zone: 'UTC' }, 'user:anna')
      expect((await touchpoints.decisions([id])).get(id)?.get('w 1/é')).toEqual({ service_hours, time_zone: 'UTC' })
      expect((await touchpoints.decisions()).get(id)?.size).toBe(1)
      expect((await touchpoints.decisions([])).size).toBe(0)
      await touchpoints.change(id, 'w 1/é', { service_hours: null, time_zone: null }, 'user:ben')
      expect((await touchpoints.decisions([id])).size).toBe(0)
      expect(stale).toBe(3)
      const actions = (await account.audit([id], 10)).map(({ actor, action, target }) => [actor, action, target])
      expect(actions.slice(0, -1)).toEqual([
        ['user:ben', 'touchpoint.changed', 'w 1/é'],
        ['user:anna', 'touchpoint.changed', 'w 1/é'],
        ['user:anna', 'touchpoint.changed', 'w 1/é'],
      ])
    },
  )
}

export function trackedUrlsContract(check: Check): void {
  check('a tracked URL is kept as it was written, changed, and removed with an audit of each', async (subject) => {
    const { account } = subject
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const trackedUrls = createTrackedUrls(account.database.db, subject.clock)
    const input = { label: 'Cards', patterns: ['https://Shop.example/cards/*', 'shop.example/karten'] }
    const made = await trackedUrls.create(id, input, 'user:anna')
    expect(await trackedUrls.list([id])).toEqual([{ ...made, ...input, organization_id: id }])
    await trackedUrls.change(made.id, [id], { label: 'Bank cards' }, 'user:anna')
    await trackedUrls.change(made.id, [id], { patterns: ['shop.example/karten/'] }, 'user:anna')
    expect(await trackedUrls.list([id])).toMatchObject([{ label: 'Bank cards', patterns: ['shop.example/karten/'] }])
    await trackedUrls.remove(made.id, [id], 'user:ben')
    expect(await trackedUrls.list([id])).toEqual([])
    const actions = (await account.audit([id], 4)).map(({ actor, action, target }) => [actor, action, target])
    expect(actions).toEqual([
      ['user:ben', 'tracked_url.removed', made.id],
      ['user:anna', 'tracked_url.changed', made.id],
      ['user:anna', 'tracked_url.changed', made.id],
      ['user:anna', 'tracked_url.created', made.id],
    ])
  })

  check('a pattern that equals another one is refused, naming the label that has it', async (subject) => {
    const { account } = subject
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const other = await account.organizations.create({ name: 'Other' }, 'cli')
    const trackedUrls = createTrackedUrls(account.database.db, subject.clock)
    await trackedUrls.create(id, { label: 'Cards', patterns: ['shop.example/cards/*'] }, 'cli')
    const wanted = { label: 'Offers', patterns: ['shop.example/offers', 'http://SHOP.example/cards/*'] }
    const refusal = await refusalOf(trackedUrls.create(id, wanted, 'cli'))
    expect(refusal).toMatchObject({
      code: 'pattern_taken',
      status: 409,
      problems: [{ pointer: '/patterns/1', message: expect.stringContaining('"Cards"') }],
    })
    expect(await trackedUrls.list([id])).toHaveLength(1)
    const twice = { label: 'Twice', patterns: ['a.example', 'a.example/'] }
    expect(await refusalOf(trackedUrls.create(id, twice, 'cli'))).toMatchObject({ code: 'pattern_taken' })
    expect(await refusalOf(trackedUrls.create(id, { label: 'Cards', patterns: ['b.example'] }, 'cli'))).toMatchObject({
      code: 'label_taken',
      status: 409,
    })
    // Another organization has a list of its own, and a tracked URL may keep what it has.
    const theirs = await trackedUrls.create(other.id, { label: 'Cards', patterns: ['shop.example/cards/*'] }, 'cli')
    await trackedUrls.change(theirs.id, [other.id], { patterns: ['shop.example/cards/*', 'c.example'] }, 'cli')
    const unseen = trackedUrls.change(theirs.id, [id], { label: 'Mine' }, 'cli')
    expect(await refusalOf(unseen)).toMatchObject({ code: 'unknown_tracked_url', status: 404 })
    expect(await refusalOf(trackedUrls.remove(theirs.id, [id], 'cli'))).toMatchObject({ code: 'unknown_tracked_url' })
  })

  check('an organization has as many tracked URLs as the limit says, and no more', async (subject) => {
    const { account } = subject
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const trackedUrls = createTrackedUrls(account.database.db, subject.clock)
    const rows = Array.from({ length: limits.trackedUrlsPerOrganization }, (_, number) => ({
      id: `t-${number}`,
      organization_id: id,
      label: `Label ${number}`,
      created_at: 0,
    }))
    await account.database.db.insertInto('tracked_urls').values(rows).execute()
    const oneMore = trackedUrls.create(id, { label: 'One more', patterns: ['a.example'] }, 'cli')
    expect(await refusalOf(oneMore)).toMatchObject({ code: 'too_many_tracked_urls', status: 409 })
  })
}
