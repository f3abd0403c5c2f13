import type { Language } from '../ui/formats/language.ts'
import type { Question, SentAnswer } from './answer.ts'
import { ask } from './http.ts'

type Asker = {
  readonly question: Question
  readonly language: Language
  readonly signal: AbortSignal
  readonly resolve: (answer: SentAnswer) => void
  readonly reject: (reason: unknown) => void
}

let waiting: Asker[] = []

/** As many metrics as one question may have. */
const mostMetrics = 30

/**
 * Asks the engine. Questions of one moment, such as those of a page that opens, which differ in their metrics alone are asked
 * as one, and each gets its part of the answer: what is counted in the same rows is counted while they are read once.
 *
 * @throws Refusal, and AbortError when `signal` aborts; a question that others wait for too is only aborted with theirs.
 */
export function askTogether(
  question: Question,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<SentAnswer> {
  return new Promise((resolve, reject) => {
    // Effects of one commit run one after the other: after them all that a page asks is known, and before anything is drawn.
    if (waiting.length === 0) queueMicrotask(askWaiting)
    waiting.push({ question, language, signal, resolve, reject })
  })
}

function askWaiting(): void {
  const asked = waiting.filter(({ signal, reject }) => {
    if (signal.aborted) reject(signal.reason)
    return !signal.aborted
  })
  waiting = []
  const groups = new Map<string, [Asker, ...Asker[]][]>()
  for (const asker of asked) {
    const there = groups.get(nameOf(asker)) ?? []
    const group = there.find((ones) => metricsOf([...ones, asker]).length <= mostMetrics)
    if (group && !isSplit(asker)) group.push(asker)
    else groups.set(nameOf(asker), [...there, [asker]])
  }
  for (const group of [...groups.values()].flat()) void askForAll(group)
}

/** Where rows are split, what only other metrics have would be among them. */
const isSplit = ({ question }: Asker): boolean => (question.dimensions ?? []).length > 0

/** What questions have in common that are asked as one. */
function nameOf({ question: { metrics: _, ...rest }, language }: Asker): string {
  return JSON.stringify([language, rest])
}

const metricsOf = (group: readonly Asker[]): string[] => [...new Set(group.flatMap(({ question }) => question.metrics))]

async function askForAll(group: readonly [Asker, ...Asker[]]): Promise<void> {
  const [{ question, language }] = group
  const leaving = new AbortController()
  for (const { signal, reject } of group)
    signal.addEventListener('abort', () => {
      reject(signal.reason)
      if (group.every((one) => one.signal.aborted)) leaving.abort(signal.reason)
    })
  const askFor = (asked: Question, signal: AbortSignal) =>
    ask<SentAnswer>('/v1/query', { method: 'POST', body: asked, signal, language })
  try {
    const answer = await askFor({ ...question, metrics: metricsOf(group) }, leaving.signal)
    for (const one of group) one.resolve(partOf(answer, one.question.metrics))
  } catch (error) {
    if (group.length === 1) group[0].reject(error)
    // What is wrong with the whole need not be wrong with a part of it.
    else
      for (const one of group) if (!one.signal.aborted) askFor(one.question, one.signal).then(one.resolve, one.reject)
  }
}

/** The answer to the same question with only these metrics, in their order. */
function partOf(answer: SentAnswer, metrics: readonly string[]): SentAnswer {
  const metricAt = (id: string) => answer.columns.findIndex((column) => column.role === 'metric' && column.id === id)
  const kept = [
    ...answer.columns.flatMap(({ role }, at) => (role === 'metric' ? [] : [at])),
    ...metrics.map(metricAt).filter((at) => at !== -1),
  ]
  const pick = <T>(row: readonly T[]): T[] => kept.map((at) => row[at] as T)
  const part = <P extends Pick<SentAnswer, 'rows' | 'totals'>>(whole: P): P => ({
    ...whole,
    rows: whole.rows.map(pick),
    totals: Object.fromEntries(Object.entries(whole.totals).filter(([id]) => metrics.includes(id))),
  })
  const { comparison } = answer
  return {
    ...part(answer),
    columns: pick(answer.columns),
    ...(comparison === undefined ? {} : { comparison: comparison && part(comparison) }),
  }
}
