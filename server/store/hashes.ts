import type { Thread } from '@parley/core/declare/thread.ts'
import xxhash from 'xxhash-wasm'

const { h64, h64Raw } = await xxhash()

/** The hash of an event's identity, organization, source and id with tabs between; `identityHashSql` is the same in the engine. */
export function identityHash(identity: Uint8Array): bigint {
  return h64Raw(identity)
}

export const identityHashSql = "xxHash64(concat(organization_id, '\\t', source, '\\t', id))"

/** The hash of a thread; `threadHashSql` is the same in the engine. Never equal to an identity by form. */
export function threadHash(thread: string, organizationId: string, key: string): bigint {
  return h64(`${thread}\t\t${organizationId}\t${key}`)
}

export function threadHashSql({ id, namedBy }: Thread): string {
  return `xxHash64(concat('${id}\\t\\t', organization_id, '\\t', ${namedBy}))`
}
