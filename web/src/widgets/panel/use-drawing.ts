import { useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, Question } from '../../ask/answer.ts'
import type { TitledPanel } from '../../ask/catalogue.ts'
import type { Benchmark } from '../../ask/use-benchmark.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { useScheme } from '../../ui/tokens/use-scheme.ts'
import type { Drawing } from '../drawing.ts'
import { usePage } from './page-context.ts'

/** Everything a panel's drawing is a function of; undefined while there is no answer. */
export function useDrawing(
  { kind, window }: Pick<TitledPanel, 'kind' | 'window'>,
  {
    title,
    question,
    answer,
    benchmark,
  }: {
    readonly title: string
    readonly question: Question
    readonly answer: Answer | undefined
    readonly benchmark: Benchmark | undefined
  },
): Drawing | undefined {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const scheme = useScheme()
  const { metrics, dimensions, colours } = usePage()
  const given = useSyncExternalStore(colours.subscribe, colours.now)
  const { granularity, cycle } = question
  const isCompared = question.compare !== undefined
  return useMemo(
    () =>
      answer === undefined
        ? undefined
        : {
            kind,
            title,
            answer,
            benchmark,
            granularity,
            cycle,
            isCompared,
            hasOwnWindow: window !== null,
            metrics,
            dimensions,
            language,
            scheme,
            given,
            words: {
              none: t('word.no_value'),
              other: t('word.other'),
              total: t('word.total'),
              before: t('panel.previous'),
              running: t('panel.running'),
              time: t('panel.time'),
              description: t('panel.description'),
              hour: t('panel.hour'),
            },
          },
    [
      answer,
      benchmark,
      kind,
      window,
      title,
      granularity,
      cycle,
      isCompared,
      metrics,
      dimensions,
      given,
      language,
      scheme,
      t,
    ],
  )
}
