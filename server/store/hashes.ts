import xxhash from 'xxhash-wasm'

const { h64 } = await xxhash()

/** The hash of an event's identity; `identityHashSql` is the same in the engine. */
export function identityHash(organizationId: string, source: string, id: string): bigint {
  return h64(`${organizationId}\t${source}\t${id}`)
}

export const identityHashSql = "xxHash64(concat(organization_id, '\\t', source, '\\t', id))"

/** The hash of the thread an event belongs to; `subjectHashSql` is the same in the engine. Never equal to an identity by form. */
export function subjectHash(organizationId: string, subjectKind: string, subjectId: string): bigint {
  return h64(`${subjectKind}\t\t${organizationId}\t${subjectId}`)
}

export const subjectHashSql = "xxHash64(concat(subject_kind, '\\t\\t', organization_id, '\\t', subject_id))"
