import { dashboardSchema } from '@parley/core/dashboards/document.ts'
import { expect } from 'vitest'
import { type Check, refusalOf, type Subject } from '../account/contract.ts'
import { limits } from '../limits.ts'
import { createNamedViews, newNamedView } from './named-views.ts'
import { createOwnDashboards, type NewOwnDashboard } from './own-dashboards.ts'
import type { Maker, Visibility } from './visibility.ts'

function dashboardOf(title: string, visibility: Visibility, panel: object = {}): NewOwnDashboard {
  const panels = [{ id: 'p_1', kind: 'bar', metrics: ['chats'], dimensions: ['channel'], width: 6, ...panel }]
  return { ...dashboardSchema.parse({ title, filters: ['channel'], panels }), visibility }
}

/** Two members, an administrator, and somebody of another organization. */
async function people({ account }: Subject) {
  const { id } = await account.organizations.create({ name: 'One' }, 'cli')
  const other = await account.organizations.create({ name: 'Other', parent_id: id }, 'cli')
  const maker = (actor: string, organizationId = id, isAdmin = false): Maker => ({ organizationId, actor, isAdmin })
  return {
    id,
    anna: maker('user:anna'),
    ben: maker('user:ben'),
    admin: maker('user:admin', id, true),
    stranger: maker('user:anna', other.id, true),
  }
}

export function ownDashboardsContract(check: Check): void {
  check(
    'a private dashboard is seen by its maker alone, a shared one by the organization and nobody else',
    async (subject) => {
      const { anna, ben, admin, stranger } = await people(subject)
      const own = createOwnDashboards(subject.account.database.db, subject.clock)
      const hidden = await own.create(dashboardOf('Mine', 'private'), anna)
      const shared = await own.create(dashboardOf('Ours', 'organization'), anna)
      const seen = async (maker: Maker) => (await own.list(maker)).map(({ title }) => title)
      expect([await seen(anna), await seen(ben), await seen(admin)]).toEqual([['Mine', 'Ours'], ['Ours'], ['Ours']])
      expect(await seen(stranger)).toEqual([])
      expect(await own.find(hidden.id, anna)).toEqual(hidden)
      expect([await own.find(hidden.id, admin), await own.find(shared.id, stranger)]).toEqual([null, null])
    },
  )

  check('its maker changes it, of a shared one an administrator too, with an audit of each', async (subject) => {
    const { id, anna, ben, admin, stranger } = await people(subject)
    const own = createOwnDashboards(subject.account.database.db, subject.clock)
    const made = await own.create(dashboardOf('Ours', 'organization'), anna)
    expect(await refusalOf(own.change(made.id, { title: 'Theirs' }, ben))).toMatchObject({
      code: 'not_yours',
      status: 403,
    })
    expect(await refusalOf(own.remove(made.id, stranger))).toMatchObject({ code: 'unknown_dashboard', status: 404 })
    subject.clock.time += 1000
    const changed = await own.change(made.id, { title: 'Everybody', revision: 1 }, admin)
    expect(changed).toEqual({ ...made, title: 'Everybody', revision: 2, changed_at: subject.clock.time })
    expect(await own.find(made.id, ben)).toEqual(changed)
    expect(await refusalOf(own.change(made.id, { title: 'Late', revision: 1 }, anna))).toMatchObject({
      code: 'dashboard_changed',
      status: 409,
    })
    const hiding = own.change(made.id, { visibility: 'private' }, admin)
    expect(await refusalOf(hiding)).toMatchObject({ code: 'not_yours', status: 403 })
    await own.change(made.id, { visibility: 'private' }, anna)
    expect(await refusalOf(own.remove(made.id, admin))).toMatchObject({ code: 'unknown_dashboard' })
    await own.remove(made.id, anna)
    expect(await own.list(anna)).toEqual([])
    const entries = await subject.account.audit([id], 4)
    expect(entries.map(({ actor, action, target }) => [actor, action, target])).toEqual([
      ['user:anna', 'dashboard.removed', made.id],
      ['user:anna', 'dashboard.changed', made.id],
      ['user:admin', 'dashboard.changed', made.id],
      ['user:anna', 'dashboard.created', made.id],
    ])
  })

  check(
    'what could not be drawn is refused with all that is wrong, and one whose metric is gone can be renamed',
    async (subject) => {
      const { anna } = await people(subject)
      const { db } = subject.account.database
      const own = createOwnDashboards(db, subject.clock)
      const wrong = dashboardOf('Wrong', 'private', { metrics: ['chatz'], dimensions: ['chanel'] })
      const refusal = await refusalOf(own.create(wrong, anna))
      expect(refusal).toMatchObject({ code: 'impossible_dashboard', status: 400 })
      expect(refusal.problems.map(({ code }) => code)).toEqual([
        'unknown_dimension',
        'unknown_metric',
        'useless_filter',
      ])
      const made = await own.create(dashboardOf('Right', 'private'), anna)
      const document = JSON.stringify({ ...dashboardOf('Right', 'private'), panels: wrong.panels })
      await db.updateTable('own_dashboards').set({ document }).where('id', '=', made.id).execute()
      expect(await own.change(made.id, { title: 'Old' }, anna)).toMatchObject({ title: 'Old', panels: wrong.panels })
      expect(await refusalOf(own.change(made.id, { panels: wrong.panels }, anna))).toMatchObject({
        code: 'impossible_dashboard',
      })
    },
  )

  check('an organization has as many dashboards and views as the limits say, and no more', async (subject) => {
    const { id, anna } = await people(subject)
    const { db } = subject.account.database
    const row = { organization_id: id, owner: 'user:ben', visibility: 'private', created_at: 0, changed_at: 0 }
    const many = (most: number, make: (number: number) => object) =>
      Array.from({ length: most }, (_, number) => make(number))
    const dashboards = many(limits.dashboardsPerOrganization, (number) => ({
      ...row,
      id: `d-${number}`,
      document: '{}',
      revision: 1,
    }))
    await db
      .insertInto('own_dashboards')
      .values(dashboards as never)
      .execute()
    const one = createOwnDashboards(db, subject.clock).create(dashboardOf('One more', 'private'), anna)
    expect(await refusalOf(one)).toMatchObject({ code: 'too_many_dashboards', status: 409 })
    const views = many(limits.viewsPerOrganization, (number) => ({
      ...row,
      ...{ id: `v-${number}`, code: `c-${number}`, name: 'x', dashboard_id: 'performance', search: '' },
    }))
    await db
      .insertInto('named_views')
      .values(views as never)
      .execute()
    const view = newNamedView.parse({ name: 'One more', dashboard_id: 'performance', search: '' })
    expect(await refusalOf(createNamedViews(db, subject.clock).create(view, anna))).toMatchObject({
      code: 'too_many_views',
      status: 409,
    })
  })
}

export function namedViewsContract(check: Check): void {
  check('a view is found by its id and its code, keeps its code, and is shared or not', async (subject) => {
    const { id, anna, ben, admin, stranger } = await people(subject)
    const views = createNamedViews(subject.account.database.db, subject.clock)
    const input = { name: 'Last week', dashboard_id: 'performance', search: '?range=last_week' }
    const made = await views.create(newNamedView.parse(input), anna)
    expect(made).toMatchObject({ search: 'range=last_week', visibility: 'private', owner: 'user:anna' })
    expect(made.code).toMatch(/^[2-9a-hjkmnp-z]{9}$/)
    expect(await views.find(made.code, anna)).toEqual(made)
    expect(await refusalOf(views.find(made.code, ben))).toMatchObject({ code: 'unknown_view', status: 404 })
    const shared = await views.change(made.id, { visibility: 'organization', name: 'Our week' }, anna)
    expect(shared.code).toBe(made.code)
    expect(await views.list(ben)).toEqual([shared])
    expect(await views.list(stranger)).toEqual([])
    expect(await refusalOf(views.change(made.id, { name: 'X' }, ben))).toMatchObject({ code: 'not_yours', status: 403 })
    expect(await refusalOf(views.remove(made.code, stranger))).toMatchObject({ code: 'unknown_view' })
    expect(await refusalOf(views.change(made.id, { visibility: 'private' }, admin))).toMatchObject({
      code: 'not_yours',
    })
    await views.remove(made.id, admin)
    expect(await views.list(anna)).toEqual([])
    const entries = await subject.account.audit([id], 3)
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ['user:admin', 'view.removed'],
      ['user:anna', 'view.changed'],
      ['user:anna', 'view.created'],
    ])
  })

  check('the views of a dashboard go with it', async (subject) => {
    const { anna } = await people(subject)
    const { db } = subject.account.database
    const own = createOwnDashboards(db, subject.clock)
    const views = createNamedViews(db, subject.clock)
    const { id } = await own.create(dashboardOf('Mine', 'private'), anna)
    await views.create(newNamedView.parse({ name: 'Of it', dashboard_id: id, search: '' }), anna)
    const kept = await views.create(newNamedView.parse({ name: 'Else', dashboard_id: 'performance', search: '' }), anna)
    await own.remove(id, anna)
    expect(await views.list(anna)).toEqual([kept])
  })
}
