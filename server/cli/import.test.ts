import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { asLines, parley, type ServedDirectory, serveDirectory, someEvents } from './testing.ts'

let served: ServedDirectory
let files = 0
const home = process.cwd()

beforeAll(async () => {
  served = await serveDirectory()
  process.chdir(served.place)
})
afterAll(async () => {
  process.chdir(home)
  await served.close()
})

function fileOf(content: string | Buffer, extension = 'ndjson'): string {
  files += 1
  const path = join(served.place, `file-${files}.${extension}`)
  writeFileSync(path, content)
  return path
}

function importInto(organizationId: string, ...argv: string[]) {
  return parley(served.env, ['import', '--json', '--organization', organizationId, ...argv])
}

const events = someEvents(7)

describe('what can be imported', () => {
  test.each([
    ['NDJSON', asLines(events), 'ndjson', 7],
    [
      'NDJSON with empty lines, line ends of Windows and a byte order mark',
      `\ufeff\r\n${asLines(events).replaceAll('\n', '\r\n\r\n')}`,
      'ndjson',
      7,
    ],
    ['a list', JSON.stringify(events), 'json', 7],
    ['a list over many lines', JSON.stringify(events, null, 2), 'json', 7],
    ['one event', JSON.stringify(events[0]), 'json', 1],
    ['one event over many lines', JSON.stringify(events[0], null, 2), 'json', 1],
    ['gzip', gzipSync(asLines(events)), 'ndjson.gz', 7],
    ['zstd', zstdCompressSync(JSON.stringify(events)), 'zst', 7],
    ['gzip under another name', gzipSync(asLines(events)), 'txt', 7],
    ['nothing', '', 'ndjson', 0],
  ])('%s', async (_, content, extension, count) => {
    const organization = await served.createOrganization()
    const { code, json } = await importInto(organization, fileOf(content, extension))
    expect(json()).toMatchObject({
      accepted: count,
      duplicates: 0,
      rejected: 0,
      rejected_file: null,
      organization_id: organization,
    })
    expect(code).toBe(0)
    // All of it is in the store when the command ends.
    expect(await served.stored(organization)).toBe(count)
  })

  it('is what is piped in, and several files', async () => {
    const organization = await served.createOrganization()
    const argv = ['import', '--json', '--organization', organization, '-', fileOf(JSON.stringify(someEvents(3, 100)))]
    const { json } = await parley(served.env, argv, zstdCompressSync(asLines(events)))
    expect(json()).toMatchObject({ accepted: 10, files: [{ name: 'stdin', accepted: 7 }, { accepted: 3 }] })
    expect(await served.stored(organization)).toBe(10)
  })
})

describe('an import', () => {
  it('of the same events again changes nothing and says so', async () => {
    const organization = await served.createOrganization()
    await importInto(organization, fileOf(asLines(events)))
    const again = await importInto(
      organization,
      fileOf(JSON.stringify([...events, ...someEvents(2, 50), ...someEvents(1, 50)])),
    )
    expect(again.json()).toMatchObject({ accepted: 10, duplicates: 8, rejected: 0 })
    expect(await served.stored(organization)).toBe(9)
  })

  it('goes on where it was killed', async () => {
    const organization = await served.createOrganization()
    const total = 30_000
    const file = fileOf(asLines(someEvents(total)))
    const main = join(import.meta.dirname, 'main.ts')
    const child = spawn(process.execPath, [main, 'import', '--organization', organization, file], {
      env: { ...process.env, ...served.env },
      cwd: served.place,
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    const notes = join(served.env.PARLEY_DATA, 'imports')
    const noteThere = () => existsSync(notes) && readdirSync(notes).some((name) => name.endsWith('.json'))
    await expect.poll(noteThere, { interval: 2, timeout: 20_000 }).toBe(true)
    child.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    const [name = ''] = readdirSync(notes)
    const { done } = JSON.parse(readFileSync(join(notes, name), 'utf8'))
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(total)

    const second = await importInto(organization, file)
    expect(second.stderr).toMatch(/going on after [\d,]+ events/)
    expect(second.json()).toMatchObject({ accepted: total, rejected: 0, files: [{ done_before: done }] })
    expect(await served.stored(organization)).toBe(total)
    expect(noteThere()).toBe(false)
  }, 60_000)

  it('begins anew for another organization, for a file that has changed, and when it is told to', async () => {
    const [first, other] = [await served.createOrganization(), await served.createOrganization()]
    // The second half is cut off: what was acknowledged before stays noted.
    const file = fileOf(gzipSync(asLines(someEvents(12_000))).subarray(0, -30), 'gz')
    const broken = await importInto(first, file)
    expect(broken.code).toBe(1)
    expect(broken.json().error).toMatchObject({
      code: 'unreadable_file',
      message: expect.stringMatching(/file-\d+\.gz: .*cut off.*goes on from there/),
    })
    const goesOn = /going on after/
    expect((await importInto(first, file)).stderr).toMatch(goesOn)
    expect((await importInto(other, file)).stderr).not.toMatch(goesOn)
    expect((await importInto(first, '--restart', file)).stderr).not.toMatch(goesOn)
    utimesSync(file, new Date(), new Date(Date.now() - 60_000))
    expect((await importInto(first, file)).stderr).not.toMatch(goesOn)
  }, 60_000)

  it('makes the first organization, and asks which when there are several', async () => {
    const { code, stderr } = await parley(served.env, ['import', fileOf(asLines(events))])
    expect(code).toBe(2)
    expect(stderr).toMatch(/--organization ID:\n.*Organization 1/)
  })

  test.each([
    [['nothing.ndjson'], 1, 'file_not_found'],
    [['.'], 1, 'file_not_found'],
    [['-', '-'], 2, 'usage'],
    [[], 2, 'usage'],
  ])('of %j ends with %i: %s', async (argv, exitCode, code) => {
    const organization = await served.createOrganization()
    const { code: ended, json } = await importInto(organization, ...argv)
    expect({ ended, code: json().error.code }).toEqual({ ended: exitCode, code })
  })

  it('is refused for an organization that is not there', async () => {
    const { json } = await importInto('nobody', fileOf(asLines(events)))
    expect(json().error.code).toBe('unknown_organization')
  })
})

describe('what is not right', () => {
  const [good = {}, alsoGood = {}] = someEvents(2)
  const lines = [
    '{"specversion": broken',
    JSON.stringify(good),
    '',
    JSON.stringify({ ...good, id: 'x-1', type: 'mesage.sent' }),
    JSON.stringify({ ...good, id: 'x-2', time: '2199-01-01T00:00:00Z', data: {} }),
    '[1, 2]',
    JSON.stringify({
      ...good,
      id: 'x-3',
      data: { conversation_id: 'c', author: { kind: 'contact' }, text: 'x'.repeat(1_100_000) },
    }),
    JSON.stringify(alsoGood),
  ]

  it('is written to a file with everything that is wrong with it, and named in words', async () => {
    const organization = await served.createOrganization()
    const file = fileOf(`${lines.join('\n')}\n`)
    const { code, json } = await importInto(organization, file)
    expect(code).toBe(1)
    expect(json()).toMatchObject({
      accepted: 2,
      rejected: 5,
      rejected_file: file.replace('.ndjson', '.rejected.ndjson'),
    })
    const rejected = readFileSync(json().rejected_file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(
      rejected.map(({ place, problems }) => [place, problems.map(({ reason }: { reason: string }) => reason)]),
    ).toEqual([
      [1, ['unreadable']],
      [4, ['unknown_type']],
      [5, ['time_in_future', 'invalid_data', 'invalid_data']],
      [6, ['invalid_envelope']],
      [7, ['too_large']],
    ])
    expect(rejected.map(({ event }) => event)).toEqual([
      lines[0],
      ...[3, 4, 5, 6].map((line) => JSON.parse(lines[line] ?? '')),
    ])
    expect(rejected[0].problems[0].message).toMatch(/^Line 1 is not JSON/)
    expect(rejected[1].problems[0].message).toMatch(/^Line 4: .*did you mean "message.sent"/)
    const kept = await served.running.services.quarantine.list({ organizationId: organization, limit: 100 })
    expect(kept.items).toHaveLength(5)
  })

  it('is told to people with the first of it', async () => {
    const organization = await served.createOrganization()
    const { code, stdout } = await parley(served.env, [
      'import',
      '--organization',
      organization,
      fileOf(lines.join('\n')),
    ])
    expect(code).toBe(1)
    expect(stdout).toMatch(/2 accepted, 0 of them duplicates; 5 rejected[\s\S]*rejected\.ndjson[\s\S]*Line 4: /)
  })

  it('is every line of a file that holds no events at all', async () => {
    const organization = await served.createOrganization()
    const { code, json } = await importInto(organization, fileOf('hello\nthere\n', 'txt'))
    expect({ code, ...json() }).toMatchObject({ code: 1, accepted: 0, rejected: 2 })
  })

  it('is the end of a list that was cut off', async () => {
    const organization = await served.createOrganization()
    const whole = JSON.stringify(events, null, 2)
    const { code, json } = await importInto(organization, fileOf(whole.slice(0, -40), 'json'))
    expect({ code, ...json() }).toMatchObject({ code: 1, accepted: 6, rejected: 1 })
  })

  it('has a file of its own for each of two that are named alike', async () => {
    const organization = await served.createOrganization()
    const both = [fileOf('x'), fileOf('y')].map((file, index) => {
      const name = file.replace(/file-\d+/, 'same').replace('ndjson', index === 0 ? 'json' : 'jsonl')
      writeFileSync(name, readFileSync(file))
      return name
    })
    const { json } = await importInto(organization, ...both)
    expect(json().files.map(({ rejected_file }: { rejected_file: string }) => rejected_file)).toEqual([
      join(served.place, 'same.rejected.ndjson'),
      join(served.place, 'same-2.rejected.ndjson'),
    ])
  })
})
