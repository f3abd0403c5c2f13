import { describe, expect, it } from 'vitest'
import { createJobs, type Job } from './jobs.ts'

const hour = 3_600_000

/** A job that is due every hour, what it has done, and a clock that stands still. */
function hourly(overrides: Partial<Job> = {}) {
  const clock = { time: 10 * hour + 5, now: () => clock.time }
  const done: number[] = []
  const errors: unknown[] = []
  const job: Job = {
    name: 'hourly',
    lastDue: (now) => Math.floor(now / hour) * hour,
    doneFor: async () => done.at(-1) ?? null,
    canRun: () => true,
    run: async (dueAt) => void done.push(dueAt),
    ...overrides,
  }
  const jobs = (...others: Job[]) =>
    createJobs({ jobs: [job, ...others], clock, onError: (error, name) => errors.push([name, error]) })
  return { clock, done, errors, job, jobs }
}

describe('a job', () => {
  it('is done once for each time it is due', async () => {
    const { clock, done, jobs } = hourly()
    const loop = jobs()
    await loop.runDue()
    await loop.runDue()
    clock.time += hour - 6
    await loop.runDue()
    expect(done).toEqual([10 * hour])
    clock.time += 1
    await loop.runDue()
    expect(done).toEqual([10 * hour, 11 * hour])
  })

  it('that was missed while the server was down is done for the last time it was due, and no more', async () => {
    const { clock, done, jobs } = hourly()
    await jobs().runDue()
    clock.time += 72 * hour
    await jobs().runDue()
    expect(done).toEqual([10 * hour, 82 * hour])
  })

  it('waits until what it needs is there', async () => {
    let isThere = false
    const { done, jobs } = hourly({ canRun: () => isThere })
    const loop = jobs()
    await loop.runDue()
    expect(done).toEqual([])
    isThere = true
    await loop.runDue()
    expect(done).toEqual([10 * hour])
  })

  it('that fails is reported, tried again, and holds up no other', async () => {
    const other = hourly()
    const trouble = new Error('down')
    const { done, errors, jobs } = hourly({ run: async () => Promise.reject(trouble) })
    const loop = jobs({ ...other.job, name: 'other' })
    await loop.runDue()
    await loop.runDue()
    expect(done).toEqual([])
    expect(errors).toEqual([
      ['hourly', trouble],
      ['hourly', trouble],
    ])
    expect(other.done).toEqual([10 * hour])
  })
})

describe('the loop', () => {
  it('looks at once when it starts, and gives up what is running when it stops, without calling that a failure', async () => {
    const other = hourly()
    const steps: string[] = []
    let begun = () => {}
    const running = new Promise<void>((resolve) => (begun = resolve))
    const { errors, jobs } = hourly({
      async run(_, signal) {
        steps.push('begun')
        begun()
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        steps.push('given up')
        signal.throwIfAborted()
      },
    })
    const loop = jobs(other.job)
    loop.start()
    await running
    await loop.stop()
    expect(steps).toEqual(['begun', 'given up'])
    expect(errors).toEqual([])
    expect(other.done).toEqual([])
  })

  it('does nothing when it is started after it was stopped', async () => {
    const { done, jobs } = hourly()
    const loop = jobs()
    await loop.stop()
    loop.start()
    await loop.stop()
    expect(done).toEqual([])
  })
})
