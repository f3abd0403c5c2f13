import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageTool, root } from './environment.mjs'
import { addUp, closingLine, readTally } from './test.mjs'

let directory = ''

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'parley-tests-'))
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

test('the closing line is the sum of the runs', () => {
  const sum = addUp([
    { passed: 5, failed: 0, skipped: 0 },
    { passed: 30, failed: 1, skipped: 2 },
  ])
  expect(closingLine(sum)).toBe('35 passed, 1 failed, 2 skipped')
})

test('a run that fell over before it could tell is one failure', () => {
  expect(readTally(join(directory, 'never-written.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('tests that pass, fail, are skipped, and files that cannot be loaded are counted', async () => {
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'))
  write('a.test.ts', [
    "import { expect, test } from 'vitest'",
    "test('passes', () => {})",
    "test('passes too', () => {})",
    "test('fails', () => expect(1).toBe(2))",
    "test.skip('is skipped', () => {})",
  ])
  write('b.test.ts', ["import './not-there.ts'", "test('never runs', () => {})"])
  const { code, tally } = await runVitest()
  expect(code).toBe(1)
  expect(tally).toEqual({ passed: 2, failed: 2, skipped: 1 })
})

function write(name: string, lines: string[]): void {
  writeFileSync(join(directory, name), `${lines.join('\n')}\n`)
}

function runVitest(): Promise<{ code: number; tally: unknown }> {
  const path = join(directory, 'tally.json')
  const reporter = `--reporter=${join(root, 'tools/test/tally-reporter.ts')}`
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [packageTool('vitest', 'vitest'), 'run', '--root', directory, reporter],
      { cwd: directory, env: { ...process.env, TALLY_PATH: path } },
      (error) => {
        const code = typeof error?.code === 'number' ? error.code : 0
        resolve({ code, tally: readTally(path, code) })
      },
    )
  })
}
