import { expect } from 'vitest'
import { limits } from '../limits.ts'
import type { Account } from './account.ts'
import { type Check, refusalOf, type Subject } from './contract.ts'
import type { NewMember } from './users.ts'

const owner = { name: 'Olga', email: 'Olga@Example.com', organization_name: 'Acme', time_zone: 'Europe/Amsterdam' }
const anna: NewMember = { name: 'Anna', email: 'anna@example.com', role: 'member', language: 'nl' }

export function signInContract(check: Check): void {
  check('the first link makes the owner and the organization and signs them in', async ({ account, clock }) => {
    const link = await ownerLink(account)
    expect(await account.signIn.inspect(link.token)).toEqual({
      purpose: 'owner',
      expires_at: clock.time + limits.signInLinkMs,
      organization: null,
    })
    const session = await account.signIn.use(link.token, owner)
    expect(session.expires_at).toBe(clock.time + 30 * 24 * 3600 * 1000)
    const [organization] = await account.organizations.list()
    expect(organization).toMatchObject({ name: 'Acme', time_zone: 'Europe/Amsterdam', level: 0 })
    const principal = await account.signIn.verify(session.token)
    expect(principal).toMatchObject({ kind: 'user', role: 'owner', organizationId: organization?.id })
    expect(principal?.scopes).toEqual(new Set(['query', 'admin']))
    expect(await account.users.findByEmail('OLGA@example.com')).toMatchObject({ email: 'olga@example.com' })
    expect(await account.signIn.createOwnerLink()).toBeNull()
  })

  check('what is wrong with the owner’s form is told at once, and the link still works', async ({ account }) => {
    const link = await ownerLink(account)
    const error = await refusalOf(account.signIn.use(link.token, { email: 'nobody', time_zone: 'Mars/Base' }))
    expect(error.code).toBe('invalid_request')
    expect(error.problems.map(({ pointer }) => pointer).sort()).toEqual([
      '/email',
      '/name',
      '/organization_name',
      '/time_zone',
    ])
    await account.signIn.use(link.token, owner)
  })

  check('an owner joins the organizations that the command line made before', async ({ account }) => {
    const older = await account.organizations.create({ name: 'Older' }, 'cli')
    const newer = await account.organizations.create({ name: 'Newer' }, 'cli')
    const link = await ownerLink(account)
    expect((await account.signIn.inspect(link.token)).organization).toEqual(older)
    const session = await account.signIn.use(link.token, { name: 'Olga', email: 'olga@example.com' })
    const principal = await account.signIn.verify(session.token)
    expect(principal).toMatchObject({ organizationId: older.id, role: 'owner' })
    const memberships = await account.users.membershipsOf(principal?.userId ?? '')
    expect(memberships.map(({ organization_id }) => organization_id)).toEqual([older.id, newer.id])
  })

  check('of several owner links only the newest works, once', async ({ account }) => {
    const first = await ownerLink(account)
    const second = await ownerLink(account)
    expect(await refusalOf(account.signIn.use(first.token, owner))).toMatchObject({
      code: 'sign_in_link_unknown',
      status: 404,
    })
    await account.signIn.use(second.token, owner)
    expect(await refusalOf(account.signIn.use(second.token, owner))).toMatchObject({
      code: 'sign_in_link_used',
      status: 410,
    })
    expect(await refusalOf(account.signIn.inspect(second.token))).toMatchObject({ code: 'sign_in_link_used' })
  })

  check('of two who use one link at the same time, one is signed in', async (subject) => {
    const { account } = subject
    const { link } = await memberWithLink(subject)
    const results = await Promise.allSettled([account.signIn.use(link.token, {}), account.signIn.use(link.token, {})])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  check('a link is over after a day', async (subject) => {
    const { account, clock } = subject
    const { link } = await memberWithLink(subject)
    clock.time += limits.signInLinkMs
    expect(await refusalOf(account.signIn.use(link.token, {}))).toMatchObject({
      code: 'sign_in_link_expired',
      status: 410,
    })
  })

  check('a member can ask and not change settings', async (subject) => {
    const { account } = subject
    const { organization, link } = await memberWithLink(subject)
    const session = await account.signIn.use(link.token, {})
    expect(await account.signIn.verify(session.token)).toMatchObject({
      organizationId: organization.id,
      role: 'member',
      scopes: new Set(['query']),
    })
  })

  check('a session ends by signing out, after 30 days, and is never known by another token', async (subject) => {
    const { account, clock } = subject
    const { user, organization, link } = await memberWithLink(subject)
    const { token } = await account.signIn.use(link.token, {})
    clock.time += limits.browserSessionMs - 1
    expect(await account.signIn.verify(token)).not.toBeNull()
    expect(await account.signIn.verify(token.slice(1))).toBeNull()
    clock.time += 1
    expect(await account.signIn.verify(token)).toBeNull()
    const again = await account.signIn.use((await account.signIn.createUserLink(user.id, organization.id)).token, {})
    await account.signIn.end(again.token)
    expect(await account.signIn.verify(again.token)).toBeNull()
    expect(await account.database.db.selectFrom('browser_sessions').selectAll().execute()).toEqual([])
  })

  check('a session moves to where its user is a member or below, and nowhere else', async (subject) => {
    const { account } = subject
    const { user, organization, link } = await memberWithLink(subject)
    const child = await account.organizations.create({ name: 'Child', parent_id: organization.id }, 'cli')
    const other = await account.organizations.create({ name: 'Other' }, 'cli')
    const { token } = await account.signIn.use(link.token, {})
    await account.signIn.move(token, child.id)
    expect(await account.signIn.verify(token)).toMatchObject({ organizationId: child.id, role: 'member' })
    for (const id of [other.id, 'nobody']) {
      expect(await refusalOf(account.signIn.move(token, id))).toMatchObject({
        code: 'unknown_organization',
        status: 404,
      })
    }
    await account.users.addMember(other.id, { ...anna, role: 'admin' }, 'cli')
    await account.signIn.move(token, other.id)
    expect(await account.signIn.verify(token)).toMatchObject({
      organizationId: other.id,
      role: 'admin',
      userId: user.id,
    })
  })

  check('a session is worth nothing once its user is no longer a member', async (subject) => {
    const { account } = subject
    const { user, link } = await memberWithLink(subject)
    const { token } = await account.signIn.use(link.token, {})
    await account.database.db.deleteFrom('memberships').where('user_id', '=', user.id).execute()
    expect(await account.signIn.verify(token)).toBeNull()
  })
}

export function usersContract(check: Check): void {
  check('one address is one user, with a role for each organization', async ({ account }) => {
    const one = await account.organizations.create({ name: 'One' }, 'cli')
    const two = await account.organizations.create({ name: 'Two' }, 'cli')
    const first = await account.users.addMember(one.id, anna, 'cli')
    const second = await account.users.addMember(two.id, { ...anna, name: 'Ann', role: 'admin' }, 'cli')
    expect(second).toMatchObject({ id: first.id, name: 'Anna', role: 'admin', organization_id: two.id })
    await account.users.addMember(one.id, { ...anna, role: 'admin' }, 'cli')
    expect((await account.users.listMembers([one.id])).map(({ role }) => role)).toEqual(['admin'])
    expect(await account.users.listMembers([one.id, two.id])).toHaveLength(2)
    expect(await account.users.listMembers([])).toEqual([])
    expect(await account.users.find(first.id)).toMatchObject({ email: 'anna@example.com', language: 'nl' })
    expect(await refusalOf(account.users.find('nobody'))).toMatchObject({ code: 'unknown_user', status: 404 })
  })
}

export function membersContract(check: Check): void {
  check('a member gets another role, is removed, and is then signed out', async ({ account }) => {
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const member = await account.users.addMember(id, anna, 'cli')
    const link = await account.signIn.createUserLink(member.id, id)
    const session = await account.signIn.use(link.token, {})
    const place = { userId: member.id, line: [id] as [string] }
    expect(await account.users.changeRole(place, 'admin', 'user:o')).toMatchObject({ role: 'admin' })
    expect((await account.signIn.verify(session.token))?.role).toBe('admin')
    await account.users.removeMember(place, 'user:o')
    expect(await account.signIn.verify(session.token)).toBeNull()
    expect(await refusalOf(account.users.removeMember(place, 'user:o'))).toMatchObject({ code: 'unknown_member' })
    const actions = (await account.audit([id], 2)).map(({ action, detail }) => [action, detail])
    expect(actions).toEqual([
      ['member.removed', { email: 'anna@example.com', role: 'admin' }],
      ['member.role_changed', { email: 'anna@example.com', from: 'member', to: 'admin' }],
    ])
  })

  check('the last owner stays one, unless somebody above is an owner too', async ({ account }) => {
    const top = await account.organizations.create({ name: 'Top' }, 'cli')
    const { id } = await account.organizations.create({ name: 'Shop', parent_id: top.id }, 'cli')
    const owner = await account.users.addMember(id, { ...anna, role: 'owner' }, 'cli')
    const place = { userId: owner.id, line: [id, top.id] as [string, string] }
    const kept = { code: 'last_owner', status: 409 }
    expect(await refusalOf(account.users.changeRole(place, 'admin', 'cli'))).toMatchObject(kept)
    expect(await refusalOf(account.users.removeMember(place, 'cli'))).toMatchObject(kept)
    await account.users.addMember(top.id, { ...anna, email: 'boss@example.com', role: 'owner' }, 'cli')
    expect(await account.users.changeRole(place, 'member', 'cli')).toMatchObject({ role: 'member' })
  })

  check('a person has a name and a language of their own', async ({ account }) => {
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const member = await account.users.addMember(id, anna, 'cli')
    expect(await account.users.change(member.id, { language: 'ru' })).toMatchObject({ name: 'Anna', language: 'ru' })
    await account.users.change(member.id, {})
    expect(await account.users.find(member.id)).toMatchObject({ language: 'ru' })
  })
}

async function ownerLink(account: Account) {
  const link = await account.signIn.createOwnerLink()
  if (!link) throw new Error('there is an owner already')
  return link
}

async function memberWithLink({ account }: Subject) {
  const organization = await account.organizations.create({ name: 'Acme' }, 'cli')
  const user = await account.users.addMember(organization.id, anna, 'cli')
  return { organization, user, link: await account.signIn.createUserLink(user.id, organization.id) }
}
