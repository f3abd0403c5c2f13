import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../launch/environment.mjs'
import { handQuotedValues } from './sql-literals.ts'

const writersOfSql = globSync('{core,model,server,bench}/**/*.ts', {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
}).filter((path) => !path.startsWith('core/sql/') && !path.endsWith('.test.ts'))

test.each([
  { text: "const sql = `SELECT 1 WHERE id = '${id}'`", lines: [1] },
  { text: "const sql = `SELECT 1\nWHERE a = '${a}'\nAND b = '${b}'`", lines: [2, 3] },
  { text: 'const sql = `SELECT 1 WHERE id = ${literal(id)}`', lines: [] },
  { text: "const words = `the name is '${name}'`", lines: [] },
])('a value quoted by hand is found in $text', ({ text, lines }) => {
  expect(handQuotedValues('sample.ts', text)).toEqual(lines)
})

test('nothing but core/sql puts quotes around a value in SQL', () => {
  expect(writersOfSql.length).toBeGreaterThan(0)
  const found = writersOfSql.flatMap((path) =>
    handQuotedValues(path, readFileSync(join(root, path), 'utf8')).map((line) => `${path}:${line}`),
  )
  expect(found).toEqual([])
})
