import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageTool, root } from '../launch/environment.mjs'

// A dependency cruiser that cannot read a file, or resolve an import, finds nothing to complain of. So a tiny clone is
// built in which every arrow is broken once, and the real configuration has to find each.

const packages = ['chdb', 'kysely', 'better-sqlite3', 'undeclared']

const allowed: Record<string, string> = {
  'core/range.ts': `export type Range = { from: number }\nexport const empty: Range = { from: 0 }`,
  'core/range.test.ts': `import { empty } from './range.ts'\nempty`,
  'model/chats.ts': `import { empty } from '@parley/core/range.ts'\nexport const chats = [empty]`,
  'fixtures/world.ts': `import { chats } from '@parley/model/chats.ts'\nexport const world = chats`,
  'server/main.ts': `import { chats } from '@parley/model/chats.ts'\nimport './store/open.ts'\nimport './account/users.ts'\nchats`,
  'server/main.test.ts': `import { world } from '@parley/fixtures/world.ts'\nworld`,
  'server/demo/year.ts': `import { world } from '@parley/fixtures/world.ts'\nexport const year = world`,
  'server/store/open.ts': `import { query } from 'chdb'\nexport const ask = query`,
  'server/account/users.ts': `import { sql } from 'kysely'\nimport { readFileSync } from 'node:fs'\nexport { sql, readFileSync }`,
  'web/page.ts': `import type { Range } from '@parley/core/range.ts'\nimport { draw } from './draw.ts'\nexport const page = (range: Range) => draw(range)`,
  'web/draw.ts': `import type { Range } from '@parley/core/range.ts'\nexport const draw = (range: Range) => range.from`,
}

const forbidden: Record<string, { text: string; rule: string }> = {
  'core/knows-server.ts': { text: `import '../server/main.ts'`, rule: 'core-knows-nobody' },
  'core/knows-model-by-name.ts': { text: `import '@parley/model/chats.ts'`, rule: 'core-knows-nobody' },
  'core/knows-a-type-of-model.ts': {
    text: `import type { chats } from '@parley/model/chats.ts'\nexport type T = typeof chats`,
    rule: 'core-knows-nobody',
  },
  'core/reads-files.ts': { text: `import 'node:fs'`, rule: 'core-touches-no-machine' },
  'model/knows-server.ts': { text: `import '@parley/server/main.ts'`, rule: 'model-knows-core' },
  'fixtures/knows-server.ts': { text: `import '@parley/server/main.ts'`, rule: 'fixtures-know-core-and-model' },
  'server/knows-fixtures.ts': { text: `import '@parley/fixtures/world.ts'`, rule: 'server-knows-core-and-model' },
  'server/knows-web.ts': { text: `import '../web/page.ts'`, rule: 'server-knows-core-and-model' },
  'server/knows-web.test.ts': { text: `import '../web/page.ts'`, rule: 'server-tests-and-demo-know-fixtures-too' },
  'server/knows-the-engine.ts': {
    text: `import { query } from 'chdb'\nquery`,
    rule: 'only-the-store-knows-the-engine',
  },
  'server/knows-the-control-database.ts': {
    text: `import type { Sql } from 'kysely'\nexport type S = Sql`,
    rule: 'only-account-and-quarantine-know-the-control-database',
  },
  'server/knows-sqlite.ts': {
    text: `import 'better-sqlite3'`,
    rule: 'only-account-and-the-directory-lock-know-sqlite',
  },
  'server/knows-nothing-of-nobody.ts': { text: `export const forgotten = 1`, rule: 'no-orphans' },
  'server/imports-what-is-not-there.ts': { text: `import './gone.ts'`, rule: 'everything-resolves' },
  'server/imports-an-undeclared-package.ts': { text: `import 'undeclared'`, rule: 'packages-are-declared' },
  'server/circle-one.ts': { text: `import './circle-two.ts'`, rule: 'no-cycles' },
  'web/computes-with-core.ts': {
    text: `import { empty } from '@parley/core/range.ts'\nempty`,
    rule: 'web-takes-only-types',
  },
  'web/knows-server.ts': { text: `import type {} from '../server/main.ts'`, rule: 'web-knows-nobody' },
  'e2e/knows-core.ts': { text: `import type {} from '@parley/core/range.ts'`, rule: 'e2e-knows-nobody' },
  'tag/knows-core.ts': { text: `import '@parley/core/range.ts'`, rule: 'tag-knows-nobody' },
}

// Reported once, for one of the two.
const otherHalfOfTheCircle = { path: 'server/circle-two.ts', text: `import './circle-one.ts'` }

type Report = { summary: { violations: { from: string; rule: { name: string; severity: string } }[] } }

const clone = mkdtempSync(join(tmpdir(), 'parley-arrows-'))
let violations: { from: string; rule: string }[] = []

beforeAll(async () => {
  plantClone()
  violations = await cruise()
})

afterAll(() => rmSync(clone, { recursive: true, force: true }))

describe('the arrows between the rooms', () => {
  test.each(Object.entries(forbidden).map(([path, { rule }]) => ({ path, rule })))(
    '$path breaks `$rule`',
    ({ path, rule }) => {
      expect(rulesBrokenBy(path)).toContain(rule)
    },
  )

  test.each(Object.keys(allowed))('%s breaks no rule', (path) => {
    expect(rulesBrokenBy(path)).toEqual([])
  })
})

function rulesBrokenBy(path: string): string[] {
  return violations.filter(({ from }) => from === path).map(({ rule }) => rule)
}

function plantClone(): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(clone, path)), { recursive: true })
    writeFileSync(join(clone, path), `${text}\n`)
  }
  const declared = Object.fromEntries(packages.filter((name) => name !== 'undeclared').map((name) => [name, '1.0.0']))
  write('package.json', JSON.stringify({ name: 'clone', type: 'module', dependencies: declared }))
  for (const config of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(root, config), join(clone, config))
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'exports.query = exports.sql = () => {}')
  }
  mkdirSync(join(clone, 'node_modules/@parley'))
  for (const room of ['core', 'model', 'server', 'fixtures', 'web']) {
    const dependencies = { '@parley/core': '1.0.0', '@parley/model': '1.0.0', '@parley/fixtures': '1.0.0' }
    write(
      `${room}/package.json`,
      JSON.stringify({ name: `@parley/${room}`, type: 'module', exports: { './*': './*' }, dependencies }),
    )
    symlinkSync(join('../..', room), join(clone, 'node_modules/@parley', room))
  }
  for (const [path, text] of Object.entries(allowed)) write(path, text)
  for (const [path, { text }] of Object.entries(forbidden)) write(path, text)
  write(otherHalfOfTheCircle.path, otherHalfOfTheCircle.text)
}

async function cruise(): Promise<{ from: string; rule: string }[]> {
  const rooms = ['core', 'model', 'server', 'fixtures', 'web', 'tag', 'e2e']
  const args = [packageTool('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', '-T', 'json']
  const { stdout } = await promisify(execFile)(process.execPath, [...args, ...rooms], {
    cwd: clone,
    maxBuffer: 64 * 1024 * 1024,
  })
  const { summary } = JSON.parse(stdout) as Report
  return summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ from, rule }) => ({ from, rule: rule.name }))
}
