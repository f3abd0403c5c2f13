import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { expect, test } from 'vitest'

test('the demo starts beside your data, signs its visitor in, shows the last days while older months come in, and stops at SIGTERM with 0', async () => {
  const place = mkdtempSync(join(tmpdir(), 'parley-demo-'))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'demo', '--json'], {
    env: { ...process.env, PARLEY_DATA: place, PARLEY_PORT: '0', PARLEY_HOST: '127.0.0.1', PARLEY_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  const ended = once(child, 'exit')
  try {
    await expect.poll(() => stdout, { timeout: 100_000, interval: 200 }).toContain('\n')
    const { address, link, events } = JSON.parse(stdout)
    expect(events).toBeGreaterThan(25_000)
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-parley-request': '1', cookie },
        body: JSON.stringify(body),
      })
    const signedIn = await post('/v1/sign-in', { token: link.split('/').at(-1) })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0]
    const ask = async (from: number) => {
      const range = { from: new Date(Date.now() + from).toISOString(), to: new Date(Date.now()).toISOString() }
      const asked = { metrics: ['visits'], range, dimensions: ['organization'] }
      return (await post('/v1/query', asked, cookie)).json()
    }
    const { rows, labels } = await ask(-14 * dayMs)
    expect(Object.values(labels.organization)).toHaveLength(10)
    expect(Math.min(...rows.map(([, visits]: [string, number]) => visits))).toBeGreaterThan(50)
    expect((await ask(-hourMs)).totals.visits).toBeGreaterThan(0)
    await expect.poll(async () => (await ask(-30 * dayMs)).totals.visits, { timeout: 60_000 }).toBeGreaterThan(10_000)
    expect(readdirSync(place)).toEqual(['demo'])
  } finally {
    child.kill('SIGTERM')
  }
  expect(await ended).toEqual([0, null])
  rmSync(place, { recursive: true, force: true })
}, 120_000)
