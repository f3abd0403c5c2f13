import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../ui/texts/use-language.ts'
import { type Answer, type Question, readAnswer } from './answer.ts'
import type { Refusal } from './http.ts'
import { askPhrases } from './phrases.ts'
import { askTogether } from './together.ts'

export type Asking = {
  /** The newest answer there is; while another is on its way, or failed, the one before. */
  readonly answer: Answer | undefined
  /** The shown answer is to another question than the one asked now. */
  readonly isOld: boolean
  readonly isWorking: boolean
  /** It takes longer than a blink: say so, and let the reader stop it. */
  readonly isSlow: boolean
  readonly isStopped: boolean
  readonly refusal: Refusal | null
  stop(): void
  retry(): void
}

const slowAfterMs = 300

/** Asks the engine and follows the answer. Leaving the page, or asking something else, cancels the question. */
export function useAnswer(
  question: Question,
  options: { isPhrases?: boolean; refetchIntervalMs?: number } = {},
): Asking {
  const { language } = useLanguage()
  const client = useQueryClient()
  const isPhrases = options.isPhrases ?? false
  const queryKey = [isPhrases ? 'phrases' : 'query', question, language]
  const query = useQuery<Answer, Refusal>({
    queryKey,
    queryFn: async ({ signal }) =>
      isPhrases
        ? askPhrases(question, language, signal)
        : readAnswer(await askTogether(question, { language, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    enabled: question.metrics.length > 0,
    ...(options.refetchIntervalMs === undefined ? {} : { refetchInterval: options.refetchIntervalMs }),
  })
  // A failed question loses the placeholder, but an old answer in grey is still worth more than none.
  const last = useRef<Answer | undefined>(undefined)
  useEffect(() => {
    if (query.data !== undefined) last.current = query.data
  }, [query.data])
  const isWorking = query.fetchStatus === 'fetching'
  const isSlow = useDelayed(isWorking && (query.isPending || query.isPlaceholderData), slowAfterMs)
  const answer = query.data ?? last.current
  return {
    answer,
    isOld: answer !== undefined && (query.isPlaceholderData || query.data === undefined),
    isWorking,
    isSlow,
    isStopped: !isWorking && query.error === null && (query.data === undefined || query.isPlaceholderData),
    refusal: query.error,
    // Exactly this question: a shorter list of metrics would match a longer one too.
    stop: () => void client.cancelQueries({ queryKey, exact: true }),
    retry: () => void query.refetch(),
  }
}

/** True once `value` has been true for so long. */
export function useDelayed(value: boolean, delayMs: number): boolean {
  const [isDue, setIsDue] = useState(false)
  useEffect(() => {
    if (!value) {
      setIsDue(false)
      return
    }
    const timer = setTimeout(() => setIsDue(true), delayMs)
    return () => clearTimeout(timer)
  }, [value, delayMs])
  return value && isDue
}
