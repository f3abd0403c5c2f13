import { serveCommands, setupOf } from '../processes/remote.ts'
import { percentile } from '../statistics.ts'
import { type Body, freshen, makeBodies } from './bodies.ts'
import { type Connection, openConnection } from './connection.ts'
import { courseStepMs, type LoadReport } from './load-report.ts'

export type GeneratorSetup = {
  readonly address: string
  readonly key: string
  readonly connections: number
  readonly eventsPerRequest: number
}

/** The load on a server, in a process of its own so that it does not take the server's time unseen. */
export const generatorCommands = {
  /** Sends as fast as answers come, or `eventsPerSecond` if given. Refusals are errors: a load is never partly taken. */
  async load({ seconds, eventsPerSecond }: { seconds: number; eventsPerSecond: number | null }): Promise<LoadReport> {
    const connections = await ready
    const startedAt = Date.now()
    endsAt = startedAt + seconds * 1000
    const cpuBefore = process.cpuUsage()
    const latencies: number[] = []
    const acknowledgedBy: number[] = []
    let acknowledged = 0
    let sent = 0
    let sentBytes = 0
    const paced = async () => {
      const dueAt = eventsPerSecond === null ? 0 : startedAt + (sent / eventsPerSecond) * 1000
      sent += setup.eventsPerRequest
      const wait = dueAt - Date.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    }
    const keepSending = async (connection: Connection) => {
      for (;;) {
        await paced()
        if (Date.now() >= endsAt) return
        const body = nextBody()
        const before = performance.now()
        const { status, text } = await connection.post('/v1/events', body.bytes)
        latencies.push(performance.now() - before)
        if (status !== 200 || text !== `{"accepted":${body.events.length},"duplicates":0,"rejected":[]}`)
          throw new Error(`The server answered ${status}: ${text.slice(0, 500)}`)
        acknowledged += body.events.length
        sentBytes += body.bytes.length
        acknowledgedBy[Math.floor((Date.now() - startedAt) / courseStepMs)] = acknowledged
      }
    }
    await Promise.all(connections.map(keepSending))
    for (let step = 0, last = 0; step < acknowledgedBy.length; step += 1) last = acknowledgedBy[step] ??= last
    const cpu = process.cpuUsage(cpuBefore)
    return {
      acknowledged,
      seconds: (Date.now() - startedAt) / 1000,
      p50: percentile(latencies, 0.5),
      p95: percentile(latencies, 0.95),
      p99: percentile(latencies, 0.99),
      bytesPerEvent: sentBytes / acknowledged,
      cpuSeconds: (cpu.user + cpu.system) / 1e6,
      startedAt,
      acknowledgedBy,
    }
  },
  /** Ends the load under way before its time. */
  end() {
    endsAt = 0
  },
}

const setup = setupOf<GeneratorSetup>()
const bodies = makeBodies(setup.eventsPerRequest)
const ready = connect()
let endsAt = 0
let next = 0
let round = 0

async function connect(): Promise<Connection[]> {
  const contentType = `application/cloudevents${setup.eventsPerRequest === 1 ? '' : '-batch'}+json`
  const open = () => openConnection(setup.address, contentType, setup.key)
  return Promise.all(Array.from({ length: setup.connections }, open))
}

function nextBody(): Body {
  if (next === bodies.length) {
    next = 0
    round += 1
  }
  const body = bodies[next] as Body
  next += 1
  freshen(body, round)
  return body
}

serveCommands(generatorCommands)
