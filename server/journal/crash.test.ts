import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { journalIn, temporaryDirectory, texts } from './testing.ts'

const program = join(import.meta.dirname, 'appending-process.ts')

type Outcome = { acknowledged: number[]; refused: number[]; codes: Set<string>; incidents: string[] }

/** Runs the appending process, killing it some time after it has opened the journal when told so. */
async function run(command: string[], args: (string | number)[], killAfterMs: number | null = null): Promise<Outcome> {
  const [executable = '', ...before] = [...command, process.execPath, program]
  const child = spawn(executable, [...before, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // One thread for file calls: strace counts calls by thread.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const wasOpen = output !== ''
    output += text
    if (!wasOpen && killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  })
  await new Promise((resolve) => child.once('close', resolve))
  const outcome: Outcome = { acknowledged: [], refused: [], codes: new Set(), incidents: [] }
  for (const line of output.split('\n')) {
    const [word, value = '', code = ''] = line.split(' ')
    if (word === 'acknowledged') outcome.acknowledged.push(Number(value))
    if (word === 'refused') outcome.refused.push(Number(value))
    if (word === 'refused') outcome.codes.add(code)
    if (word === 'incident') outcome.incidents.push(value)
  }
  return outcome
}

/** The numbers of all records, in the order of the journal. */
async function numbersIn(directory: string): Promise<number[]> {
  const { journal } = await journalIn(directory)
  const numbers = (await texts(journal, 1_000_000)).map((text) => Number(text.split(' ')[0]))
  await journal.close()
  return numbers
}

describe('a process killed with SIGKILL', () => {
  it('leaves every acknowledged record, none twice, in order, 20 times over', { timeout: 30_000 }, async () => {
    const directory = temporaryDirectory()
    const acknowledged: number[] = []
    let first = 0
    for (let round = 0; round < 20; round++) {
      const killAfterMs = 5 + Math.random() * 150
      const outcome = await run([], [directory, first, 1_000_000, 1 + (round % 3) * 20, 100_000], killAfterMs)
      acknowledged.push(...outcome.acknowledged)
      expect(outcome.refused).toEqual([])
      const numbers = await numbersIn(directory)
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
      expect(new Set(numbers).size).toBe(numbers.length)
      const present = new Set(numbers)
      expect(acknowledged.filter((number) => !present.has(number))).toEqual([])
      first = (numbers.at(-1) ?? -1) + 1
    }
    expect(acknowledged.length).toBeGreaterThan(100)
  })
})

const hasStrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
const inject = (...rules: string[]) => [
  'strace',
  '-f',
  '-q',
  '-o',
  '/dev/null',
  ...rules.map((rule) => `-einject=${rule}`),
]

/** Each: what fails, which call it is (calls are counted from 1), and what becomes of the 10 records sent one by one. */
const faults: { title: string; rules: string[]; refused: number[]; incidents: string[] }[] = [
  {
    title: 'a sync fails once (EIO)',
    rules: ['fdatasync:error=EIO:when=3'],
    refused: [3],
    incidents: ['segment_sealed'],
  },
  {
    title: 'a sync fails and the bytes cannot be cut off either',
    rules: ['fdatasync:error=EIO:when=3', 'ftruncate:error=EIO'],
    refused: [3],
    incidents: ['segment_sealed'],
  },
  {
    title: 'a sync fails with no space (delayed allocation)',
    rules: ['fdatasync:error=ENOSPC:when=1'],
    refused: [1],
    incidents: ['segment_sealed'],
  },
  { title: 'a write fails once (EIO)', rules: ['pwrite64:error=EIO:when=4'], refused: [3], incidents: [] },
  {
    title: 'writes fail for a while (ENOSPC)',
    rules: ['pwrite64:error=ENOSPC:when=4..6'],
    refused: [3, 4, 5],
    incidents: [],
  },
  {
    title: 'a write fails and its bytes cannot be cut off',
    rules: ['pwrite64:error=EIO:when=4', 'ftruncate:error=EIO'],
    refused: [3],
    incidents: ['segment_sealed'],
  },
  {
    title: 'the first segment cannot be made durable',
    rules: ['fsync:error=EIO:when=2..4'],
    refused: [0],
    incidents: [],
  },
  {
    title: 'a failed new segment cannot be removed either',
    rules: ['fsync:error=EIO:when=2', 'ftruncate:error=EIO', 'unlink:error=EIO'],
    refused: [0],
    incidents: [],
  },
]

describe('a failing disk', () => {
  it.skipIf(!hasStrace).each(faults)(
    'refuses only what it did not keep, goes on by itself, and holds to it after a restart: $title (needs strace)',
    { timeout: 30_000 },
    async ({ rules, refused, incidents }) => {
      // Once the process ends right after the last refusal, once it goes on.
      for (const count of [Math.max(...refused) + 1, 10]) {
        const directory = temporaryDirectory()
        await (await journalIn(directory)).journal.close() // what is done once for a directory is not counted
        const outcome = await run(inject(...rules), [directory, 0, count])
        const all = Array.from({ length: count }, (_, number) => number)
        expect(outcome.refused).toEqual(refused)
        expect(outcome.acknowledged).toEqual(all.filter((number) => !refused.includes(number)))
        expect([...outcome.codes]).toEqual(['journal_unavailable'])
        expect(outcome.incidents).toEqual(incidents)
        expect(await numbersIn(directory)).toEqual(outcome.acknowledged)
      }
    },
  )
})

const mountPoint = mkdtempSync(join(tmpdir(), 'parley-small-disk-'))
const hasMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mountPoint]).status === 0

describe('a full disk', () => {
  afterAll(() => {
    if (hasMount) spawnSync('umount', [mountPoint])
    rmSync(mountPoint, { recursive: true, force: true })
  })

  it.skipIf(!hasMount)(
    'is answered with 503 and nothing half-taken; with space again it works without a restart (needs the right to mount)',
    async () => {
      const directory = join(mountPoint, 'journal')
      const ballast = join(mountPoint, 'ballast')
      mkdirSync(directory)
      writeFileSync(ballast, Buffer.alloc(64 * 1024))
      const { journal } = await journalIn(directory, 40_000)
      const taken: string[] = []
      let refusals = 0
      const fill = async (from: number, to: number) => {
        const texts = Array.from({ length: to - from }, (_, index) => `${from + index} `.padEnd(1500, 'x'))
        for (let at = 0; at < texts.length; at += 7) {
          const group = texts.slice(at, at + 7)
          const answers = await Promise.allSettled(group.map((text) => journal.append('events', Buffer.from(text))))
          for (const [index, answer] of answers.entries()) {
            if (answer.status === 'fulfilled') taken.push(group[index] ?? '')
            else {
              refusals += 1
              expect(answer.reason).toMatchObject({ code: 'journal_unavailable', status: 503, retryAfterSeconds: 5 })
            }
          }
        }
      }
      await fill(0, 200)
      expect(refusals).toBeGreaterThan(0)
      expect(await texts(journal)).toEqual(taken)
      const before = taken.length
      rmSync(ballast)
      await fill(200, 214)
      expect(taken.length).toBe(before + 14)
      expect(await texts(journal)).toEqual(taken)
      await fill(214, 400)
      const whenFull = refusals
      await fill(400, 407)
      expect(refusals).toBe(whenFull + 7)
      await journal.advance(journal.end()) // works on the full disk, and makes room
      taken.length = 0
      await fill(407, 421)
      expect(taken.length).toBe(14)
      await journal.close()
      const { journal: again, incidents } = await journalIn(directory)
      expect(await texts(again)).toEqual(taken)
      expect(incidents).toEqual([])
      await again.close()
    },
  )
})
