import type { QueryAnswer } from '@parley/server/ask/answer.ts'
import { courseStepMs, type LoadReport } from './load-report.ts'

/** What an answer knew at one instant. Times are UTC ms. */
export type Sample = {
  readonly askedAt: number
  readonly answeredAt: number
  readonly messages: number
  readonly asOf: number
}

const everyMs = 250

/** Asks for the number of messages four times a second, until told to stop. */
export function sampleAnswers(address: string, key: string): { stop(): Promise<Sample[]> } {
  let isStopping = false
  const sampling = (async () => {
    const samples: Sample[] = []
    while (!isStopping) {
      const sample = await askForMessages(address, key)
      samples.push(sample)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, sample.askedAt + everyMs - Date.now())))
    }
    return samples
  })()
  sampling.catch(() => {})
  return {
    stop() {
      isStopping = true
      return sampling
    },
  }
}

export async function askForMessages(address: string, key: string): Promise<Sample> {
  const askedAt = Date.now()
  const day = (offset: number) => new Date(askedAt + offset * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const response = await fetch(`${address}/v1/query`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ metrics: ['messages'], range: { from: day(-1), to: day(2) } }),
  })
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${await response.text()}`)
  const { totals, as_of } = (await response.json()) as QueryAnswer
  return { askedAt, answeredAt: Date.now(), messages: Number(totals.messages ?? 0), asOf: Date.parse(as_of) }
}

/**
 * How far an answer was behind, in seconds: the age, when it was asked, of the oldest acknowledged event that was not in
 * it. 0 when all were.
 */
export function lagSeconds(sample: Sample, { startedAt, acknowledgedBy }: LoadReport): number {
  const missing = acknowledgedBy.findIndex((count) => count > sample.messages)
  if (missing === -1) return 0
  return Math.max(0, sample.askedAt - (startedAt + missing * courseStepMs)) / 1000
}
