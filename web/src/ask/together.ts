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

/**
 * Asks the engine. Of the questions of one moment, such as those of a page that opens, one whose numbers are all among those
 * of another is not asked: it gets its part of that answer. The line of a card's number is then drawn from the card's.
 *
 * @throws Refusal, and AbortError when `signal` aborts; a question that others wait for too is only aborted with theirs.
 */
export function askTogether(
  question: Question,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<SentAnswer> {
  return new Promise((resolve, reject) => {
    // Effects of one commit run in one task: after it all that a page asks is known.
    if (waiting.length === 0) setTimeout(askWaiting, 0)
    waiting.push({ question, language, signal, resolve, reject })
  })
}

function askWaiting(): void {
  const asked = waiting.filter(({ signal, reject }) => {
    if (signal.aborted) reject(signal.reason)
    return !signal.aborted
  })
  waiting = []
  const byLength = asked.toSorted((one, other) => other.question.metrics.length - one.question.metrics.length)
  const groups: [Asker, ...Asker[]][] = []
  for (const asker of byLength) {
    const group = groups.find(([first]) => isPartOf(asker, first))
    if (group) group.push(asker)
    else groups.push([asker])
  }
  for (const group of groups) void askForAll(group)
}

/**
 * Whether an answer to `whole` holds the answer to `part`: the same but for more metrics. Not where it is split: what only
 * the other metrics have would be among its rows.
 */
function isPartOf(part: Asker, whole: Asker): boolean {
  const { metrics, ...rest } = part.question
  const { metrics: all, ...others } = whole.question
  return (
    part.language === whole.language &&
    (rest.dimensions ?? []).length === 0 &&
    JSON.stringify(rest) === JSON.stringify(others) &&
    metrics.every((metric) => all.includes(metric))
  )
}

async function askForAll([first, ...others]: [Asker, ...Asker[]]): Promise<void> {
  const { language } = first
  const leaving = new AbortController()
  const all = [first, ...others]
  for (const { signal, reject } of all)
    signal.addEventListener('abort', () => {
      reject(signal.reason)
      if (all.every((one) => one.signal.aborted)) leaving.abort(signal.reason)
    })
  const askAlone = (one: Asker, signal: AbortSignal) =>
    ask<SentAnswer>('/v1/query', { method: 'POST', body: one.question, signal, language })
  try {
    const answer = await askAlone(first, leaving.signal)
    first.resolve(answer)
    for (const other of others) other.resolve(partOf(answer, other.question.metrics))
  } catch (error) {
    first.reject(error)
    // What is wrong with the whole need not be wrong with a part of it.
    for (const other of others)
      if (!other.signal.aborted) askAlone(other, other.signal).then(other.resolve, other.reject)
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
