import { expect } from 'vitest'
import { type Check, refusalOf } from './contract.ts'

export function organizationsContract(check: Check): void {
  check('a root is at level 0 in UTC, a child one level below its parent in the parent’s zone', async ({ account }) => {
    const root = await account.organizations.create({ name: 'Vendor' }, 'cli')
    const child = await account.organizations.create(
      { name: 'Dealer', parent_id: root.id, time_zone: 'Asia/Kathmandu' },
      'cli',
    )
    const grandchild = await account.organizations.create({ name: 'Shop', parent_id: child.id }, 'cli')
    expect(root).toMatchObject({ level: 0, parent_id: null, time_zone: 'UTC', created_at: Date.UTC(2026, 2, 1, 9) })
    expect(child).toMatchObject({ level: 1, parent_id: root.id, time_zone: 'Asia/Kathmandu' })
    expect(grandchild).toMatchObject({ level: 2, time_zone: 'Asia/Kathmandu' })
    expect(await account.organizations.find(child.id)).toEqual(child)
  })

  check('below level 3 there is nothing', async ({ account }) => {
    let parent = await account.organizations.create({ name: 'Level 0' }, 'cli')
    for (const name of ['Level 1', 'Level 2', 'Level 3']) {
      parent = await account.organizations.create({ name, parent_id: parent.id }, 'cli')
    }
    const error = await refusalOf(account.organizations.create({ name: 'Level 4', parent_id: parent.id }, 'cli'))
    expect(error).toMatchObject({ code: 'organization_too_deep', status: 400 })
    expect(await account.organizations.list()).toHaveLength(4)
  })

  check('a parent that does not exist is refused', async ({ account }) => {
    const error = await refusalOf(account.organizations.create({ name: 'Orphan', parent_id: 'nobody' }, 'cli'))
    expect(error).toMatchObject({ code: 'unknown_organization', status: 404 })
  })

  check('an organization sees itself and what is below it, and nothing beside or above', async ({ account }) => {
    const create = (name: string, parent_id?: string) => account.organizations.create({ name, parent_id }, 'cli')
    const left = await create('Left')
    const right = await create('Right')
    const leftB = await create('B', left.id)
    const leftA = await create('A', left.id)
    const leftB1 = await create('B1', leftB.id)
    expect(await account.scopeOf(left.id)).toEqual([left.id, leftA.id, leftB.id, leftB1.id])
    expect(await account.scopeOf(leftB.id)).toEqual([leftB.id, leftB1.id])
    expect(await account.scopeOf(leftB1.id)).toEqual([leftB1.id])
    expect(await account.scopeOf(right.id)).toEqual([right.id])
    expect(await account.scopeOf('nobody')).toEqual([])
    expect((await account.organizations.list()).map(({ name }) => name)).toEqual(['Left', 'A', 'B', 'B1', 'Right'])
  })

  check(
    'an organization that another process made is found at once, and seen by its parent within a second',
    async ({ account, clock, openAgain }) => {
      const root = await account.organizations.create({ name: 'Root' }, 'cli')
      expect(await account.scopeOf(root.id)).toEqual([root.id])
      const other = await openAgain()
      const child = await other.organizations.create({ name: 'Child', parent_id: root.id }, 'cli')
      expect((await account.organizations.find(child.id)).name).toBe('Child')
      const grandchild = await other.organizations.create({ name: 'Grandchild', parent_id: child.id }, 'cli')
      clock.time += 1_000
      expect(await account.scopeOf(root.id)).toEqual([root.id, child.id, grandchild.id])
    },
  )

  check('an organization gets another name and time zone, which the audit tells once', async ({ account }) => {
    const { id } = await account.organizations.create({ name: 'Root', time_zone: 'UTC' }, 'cli')
    const changes = { name: 'Tree', time_zone: 'Europe/Amsterdam' }
    expect(await account.organizations.change(id, changes, 'user:u1')).toMatchObject(changes)
    await account.organizations.change(id, changes, 'user:u2')
    expect(await account.organizations.find(id)).toMatchObject(changes)
    const [last, first] = await account.audit([id], 10)
    expect(last).toMatchObject({ actor: 'user:u1', detail: { from: { name: 'Root', time_zone: 'UTC' }, to: changes } })
    expect(first).toMatchObject({ action: 'organization.created' })
    const unknown = refusalOf(account.organizations.change('nobody', changes, 'cli'))
    expect(await unknown).toMatchObject({ code: 'unknown_organization', status: 404 })
  })

  check('making an organization is written in the audit', async ({ account }) => {
    const root = await account.organizations.create({ name: 'Root' }, 'key:k1')
    expect(await account.audit([root.id], 10)).toEqual([
      expect.objectContaining({ actor: 'key:k1', action: 'organization.created', target: root.id }),
    ])
    expect(await account.audit([], 10)).toEqual([])
  })
}
