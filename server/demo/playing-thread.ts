import { parentPort } from 'node:worker_threads'
import { requestsOf } from './requests.ts'
import type { Planned } from './script.ts'
import { createDays, dayPlan, type Plan } from './stream.ts'
import type { Stretch } from './stretches.ts'

// What begins before a stretch goes on into it: such days are played for two stretches.
const played = new Map<number, readonly Planned[]>()

parentPort?.on('message', ({ year, from, to }: Stretch) => {
  const playDay = dayPlan(year)
  const plan: Plan = (start) => {
    const events = played.get(start) ?? playDay(start)
    if (start < from) played.set(start, events)
    else played.delete(start)
    return events
  }
  const requests = requestsOf(createDays(year, from, plan).advance(to))
  parentPort?.postMessage(
    requests,
    requests.map(({ body }) => body.buffer),
  )
})
