import { expect } from 'vitest'
import { limits } from '../limits.ts'
import { type Check, ingestKey, refusalOf } from './contract.ts'

export function keysContract(check: Check): void {
  check('a key is recognized by itself only, and only its hash is kept', async ({ account }) => {
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const { key, secret } = await account.keys.create(id, { ...ingestKey, scopes: ['ingest', 'query', 'query'] }, 'cli')
    expect(secret).toMatch(/^sk_[0-9A-Za-z]{43}$/)
    expect(key).toMatchObject({
      scopes: ['ingest', 'query'],
      prefix: secret.slice(0, 9),
      name: 'secret: ingest, query',
    })
    expect(await account.keys.verify(secret)).toEqual({
      kind: 'key',
      organizationId: id,
      scopes: new Set(['ingest', 'query']),
      keyId: key.id,
      isPublishable: false,
      allowedOrigins: [],
    })
    const changed = secret.slice(0, -1) + (secret.endsWith('a') ? 'b' : 'a')
    for (const wrong of [changed, secret.slice(3), `pk_${secret.slice(3)}`, '', 'sk_', `${secret} `]) {
      expect(await account.keys.verify(wrong)).toBeNull()
    }
    const rows = await account.database.db.selectFrom('keys').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret.slice(10))
  })

  check('a publishable key can ingest from its origins', async ({ account }) => {
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const origins = ['https://a.example', 'https://a.example', 'https://b.example']
    const { key, secret } = await account.keys.create(id, { kind: 'publishable', origins }, 'cli')
    expect(secret).toMatch(/^pk_/)
    expect(key).toMatchObject({ kind: 'publishable', scopes: ['ingest'] })
    expect(await account.keys.verify(secret)).toMatchObject({
      isPublishable: true,
      allowedOrigins: ['https://a.example', 'https://b.example'],
    })
  })

  check(
    'a revoked key is refused at once here and soon after in other processes',
    async ({ account, clock, openAgain }) => {
      const { id } = await account.organizations.create({ name: 'One' }, 'cli')
      const { key, secret } = await account.keys.create(id, ingestKey, 'cli')
      const other = await openAgain()
      expect(await account.keys.verify(secret)).not.toBeNull()
      expect(await other.keys.verify(secret)).not.toBeNull()
      const revoked = await account.keys.revoke(key.id, [id], 'cli')
      expect(revoked.revoked_at).toBe(clock.time)
      expect(await account.keys.verify(secret)).toBeNull()
      clock.time += limits.keyCacheMs
      expect(await other.keys.verify(secret)).toBeNull()
      expect((await account.keys.revoke(key.id, [id], 'cli')).revoked_at).toBe(revoked.revoked_at)
    },
  )

  check('a key that is being checked while it is revoked is not believed afterwards', async ({ account }) => {
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const { key, secret } = await account.keys.create(id, ingestKey, 'cli')
    await Promise.all([
      account.keys.verify(secret),
      account.keys.revoke(key.id, [id], 'cli'),
      account.keys.verify(secret),
    ])
    expect(await account.keys.verify(secret)).toBeNull()
  })

  check('a key is listed and revoked by its own organization only', async ({ account }) => {
    const one = await account.organizations.create({ name: 'One' }, 'cli')
    const two = await account.organizations.create({ name: 'Two' }, 'cli')
    const { key, secret } = await account.keys.create(one.id, ingestKey, 'cli')
    expect(await account.keys.list([two.id])).toEqual([])
    expect(await account.keys.list([])).toEqual([])
    expect((await account.keys.list([one.id, two.id])).map((listed) => listed.id)).toEqual([key.id])
    for (const id of [key.id, 'nobody']) {
      expect(await refusalOf(account.keys.revoke(id, [two.id], 'cli'))).toMatchObject({
        code: 'unknown_key_id',
        status: 404,
      })
    }
    expect(await account.keys.verify(secret)).not.toBeNull()
  })

  check('the last use of a key is written to the minute', async ({ account, clock, warnings }) => {
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const { key, secret } = await account.keys.create(id, ingestKey, 'cli')
    const lastUse = async () => (await account.keys.list([id])).find((listed) => listed.id === key.id)?.last_used_at
    expect(await lastUse()).toBeNull()
    const firstUse = clock.time
    await account.keys.verify(secret)
    await expect.poll(lastUse).toBe(firstUse)
    clock.time += 30_000
    await account.keys.verify(secret)
    expect(await lastUse()).toBe(firstUse)
    clock.time += 30_000
    await account.keys.verify(secret)
    await expect.poll(lastUse).toBe(clock.time)
    expect(warnings).toEqual([])
  })

  check('making and revoking a key is written in the audit, without the key', async ({ account }) => {
    const { id } = await account.organizations.create({ name: 'One' }, 'cli')
    const { key, secret } = await account.keys.create(id, ingestKey, 'user:u1')
    await account.keys.revoke(key.id, [id], 'user:u2')
    const entries = await account.audit([id], 2)
    expect(entries.map(({ actor, action, target }) => ({ actor, action, target }))).toEqual([
      { actor: 'user:u2', action: 'key.revoked', target: key.id },
      { actor: 'user:u1', action: 'key.created', target: key.id },
    ])
    expect(JSON.stringify(entries)).not.toContain(secret.slice(10))
  })
}
