/**
 * A MaxMind DB (format 2.0, IPv4) in which every address has the same entry: one node whose two records both lead to it.
 */
export function encodeMaxmindFile(entry: object): Buffer {
  const nodeCount = 1
  const pointer = nodeCount + 16
  const record = [pointer >> 16, (pointer >> 8) & 0xff, pointer & 0xff]
  const metadata = {
    node_count: nodeCount,
    record_size: 24,
    ip_version: 4,
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_780_000_000,
    database_type: 'Test-City',
    languages: ['en'],
    description: { en: 'test' },
  }
  return Buffer.concat([
    Buffer.from([...record, ...record]),
    Buffer.alloc(16),
    encode(entry),
    Buffer.from('abcdef', 'hex'),
    Buffer.from('MaxMind.com'),
    encode(metadata),
  ])
}

function encode(value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)])
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(encode)])
  if (typeof value === 'number' && Number.isInteger(value)) {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return Buffer.concat([control(6, 4), bytes])
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(8)
    bytes.writeDoubleBE(value)
    return Buffer.concat([control(3, 8), bytes])
  }
  const entries = Object.entries(value as object)
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([key, one]) => [encode(key), encode(one)])])
}

/** The byte before a value: its type and its size (below 29, or one byte more). Types over 7 have a byte of their own. */
function control(type: number, size: number): Buffer {
  const [short, more] = size < 29 ? [size, []] : [29, [size - 29]]
  return Buffer.from(type <= 7 ? [(type << 5) | short, ...more] : [short, type - 7, ...more])
}
