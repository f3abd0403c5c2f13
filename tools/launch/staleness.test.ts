import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chromiumCandidates } from './chromium.mjs'
import { findNode } from './node-runtime.mjs'
import { fingerprint, isInstalled } from './packages.mjs'
import { webFingerprint } from './web-build.mjs'

let clone = ''

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'parley-clone-'))
  write('package-lock.json', '{"lockfileVersion":3}')
  write('web/src/page.tsx', "import type { Range } from '@parley/core/range.ts'\n")
  write('core/range.ts', 'export type Range = {}\n')
  write('model/chats.ts', 'export const chats = 1\n')
})

afterEach(() => rmSync(clone, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true })
  writeFileSync(join(clone, path), text)
}

describe('packages', () => {
  test('are installed when the stamp is of the lock file, and no longer when the lock file changes', () => {
    expect(isInstalled(clone)).toBe(false)
    write('node_modules/.parley-stamp', fingerprint(clone))
    expect(isInstalled(clone)).toBe(true)
    write('package-lock.json', '{"lockfileVersion":3,"packages":{}}')
    expect(isInstalled(clone)).toBe(false)
  })
})

describe('the web app', () => {
  test.each([
    { change: 'one of its sources changes', path: 'web/src/page.tsx' },
    { change: 'it gets another file', path: 'web/src/other.tsx' },
    { change: 'a workspace that it imports changes', path: 'core/range.ts' },
    { change: 'the lock file changes', path: 'package-lock.json' },
  ])('is stale when $change', ({ path }) => {
    const before = webFingerprint(clone)
    changeFile(path)
    expect(webFingerprint(clone)).not.toBe(before)
  })

  test.each([
    { change: 'a workspace that it does not import changes', path: 'model/chats.ts' },
    { change: 'a test of it changes', path: 'web/src/page.test.tsx' },
    { change: 'it was built', path: 'web/dist/index.html' },
  ])('is not stale when $change', ({ path }) => {
    const before = webFingerprint(clone)
    changeFile(path)
    expect(webFingerprint(clone)).toBe(before)
  })

  test('is not stale when a checkout only touches its files', () => {
    const before = webFingerprint(clone)
    utimesSync(join(clone, 'web/src/page.tsx'), 1, 1)
    expect(webFingerprint(clone)).toBe(before)
  })
})

function changeFile(path: string): void {
  write(path, "import type { Range } from '@parley/core/range.ts'\n// changed\n")
}

describe('Node', () => {
  test('is the running one when it is new enough', async () => {
    const running = { version: '24.0.0', path: '/opt/node24/bin/node' }
    expect(await findNode({ directory: join(clone, '.node'), running })).toBe('/opt/node24/bin/node')
  })

  test('is the copy of the clone when the running one is too old and the copy was seen to run', async () => {
    const name = `node-${process.platform}-${process.arch}`
    write(`.node/node_modules/${name}/bin/node`, '')
    write('.node/verified', `${name}@24\n`)
    const node = await findNode({
      directory: join(clone, '.node'),
      running: { version: '20.20.2', path: '/usr/bin/node' },
    })
    expect(node).toBe(join(clone, `.node/node_modules/${name}/bin/node`))
  })
})

describe('Chromium', () => {
  test('is looked for first where CHROMIUM_PATH says, then on the path, then in the caches of Playwright', () => {
    write('ms/chromium-1200/chrome-linux/chrome', '')
    const candidates = chromiumCandidates({
      CHROMIUM_PATH: '/opt/chrome',
      PATH: '/here/bin',
      PLAYWRIGHT_BROWSERS_PATH: join(clone, 'ms'),
    })
    expect(candidates[0]).toBe('/opt/chrome')
    expect(candidates[1]).toBe('/here/bin/chromium')
    expect(candidates).toContain('/usr/bin/google-chrome')
    expect(candidates).toContain(join(clone, 'ms/chromium-1200/chrome-linux/chrome'))
  })
})
