import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, it } from 'vitest'

it('the tag is at most a kilobyte, as it goes over the wire', async () => {
  const built = await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'error',
    build: { write: false },
  })
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  expect(chunks.map(({ fileName }) => fileName)).toEqual(['tag.js'])
  const code = chunks.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')
  expect(code).toContain('page.viewed')
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(1_000)
})
