import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lockDirectory } from '../journal/directory-lock.ts'
import { asLines, parley, serveDirectory, someEvents } from './testing.ts'

const place = mkdtempSync(join(tmpdir(), 'parley-alone-'))
const env = { PARLEY_DATA: join(place, 'data'), PARLEY_LOG_LEVEL: 'warn' }
afterAll(() => rmSync(place, { recursive: true, force: true }))

describe('without a running server', () => {
  it('import, rebuild and export start one for as long as they need it', async () => {
    const events = asLines(someEvents(50))
    const first = await parley(env, ['import', '--json', '-'], events)
    expect(first.stderr).toMatch(/created "My organization"/)
    expect(first.json()).toMatchObject({ accepted: 50, duplicates: 0, rejected: 0 })
    // The second server remembers nothing of the first: what is stored tells.
    const again = await parley(env, ['import', '--json', '-'], events + asLines(someEvents(1, 900)))
    expect(again.stderr).toBe('')
    expect(again.json()).toMatchObject({
      accepted: 51,
      duplicates: 50,
      organization_id: first.json().organization_id,
    })
    const rebuilt = await parley(env, ['rebuild', '--json'])
    expect(rebuilt.json()).toEqual({ events: 51, seconds: expect.any(Number), events_per_second: expect.any(Number) })
    const { stdout } = await parley(env, ['export', 'sessions'])
    expect(stdout.trimEnd().split('\n')).toHaveLength(51)
  }, 120_000)

  it('they say so when another process holds the directory', async () => {
    const lock = await lockDirectory(env.PARLEY_DATA)
    const { code, stderr } = await parley(env, ['rebuild'])
    await lock.release()
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/data_directory_in_use/) })
  }, 60_000)

  it('they do not believe the word that a server of another time has left', async () => {
    const other = await serveDirectory()
    try {
      const note = { pid: process.pid, address: other.running.address, operator_token: 'x'.repeat(43) }
      writeFileSync(join(env.PARLEY_DATA, 'server.json'), JSON.stringify(note))
      const { json } = await parley(env, ['rebuild', '--json'])
      expect(json()).toMatchObject({ events: 51 })
    } finally {
      rmSync(join(env.PARLEY_DATA, 'server.json'))
      await other.close()
    }
  }, 60_000)

  it('there is nothing to export before the first organization', async () => {
    const { code, stderr } = await parley({ ...env, PARLEY_DATA: join(place, 'fresh') }, ['export', 'sessions'])
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/There is no organization yet/) })
  })
})

describe('with a running server', () => {
  it('rebuild asks it, which leaves its token to nobody else', async () => {
    const served = await serveDirectory()
    try {
      const organization = await served.createOrganization()
      await parley(served.env, ['import', '--organization', organization, '-'], asLines(someEvents(20)))
      expect(statSync(join(served.env.PARLEY_DATA, 'server.json')).mode & 0o777).toBe(0o600)
      const { code, stdout } = await parley(served.env, ['rebuild'])
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/again from 20 events in \d/) })
    } finally {
      await served.close()
    }
  }, 60_000)
})
