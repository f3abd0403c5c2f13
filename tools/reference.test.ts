import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageOnDisk, referencePages } from './reference.ts'

describe('the reference', () => {
  it.each(Object.keys(referencePages))('%s says what the code says (npm run reference writes it)', (path) => {
    expect(pageOnDisk(path)).toBe(referencePages[path]?.())
  })

  it('explains every error code that the sources raise', () => {
    const page = pageOnDisk('docs/reference/errors.md')
    const raised = new Set(sources(['core', 'server', 'model']).flatMap(codesIn))
    const missing = [...raised].filter((code) => !page.includes(`\`${code}\``))
    expect(missing).toEqual([])
    expect(raised.size).toBeGreaterThan(50)
  })
})

const root = new URL('..', import.meta.url).pathname

function sources(rooms: readonly string[]): string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/node_modules|\.test\.ts|testing\.ts|contract\.ts/.test(path))
      .map((path) => readFileSync(join(root, room, path), 'utf8')),
  )
}

function codesIn(source: string): string[] {
  const raised = [...source.matchAll(/AppError\(\s*'([a-z_]+)'/g), ...source.matchAll(/\bcode: '([a-z_]+)'/g)]
  return raised.flatMap(([, code]) => (code && code !== 'custom' ? [code] : []))
}
