import { Button } from '@mantine/core'
import { IconCalendarSearch, IconCoins, IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { rangeDates } from '../../ask/bar/range-label.ts'
import { useNewestMonth } from '../../ask/use-newest-month.ts'
import { endsOf } from '../../ask/view/range.ts'
import { bucketName } from '../../ui/formats/bucket.ts'
import { nextBucket } from '../../ui/formats/local-time.ts'
import { Note } from '../../ui/parts/note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { Drawing } from '../drawing.ts'
import { Centred } from './centred.tsx'
import { hasSeveralCurrencies } from './currencies-line.tsx'
import { usePage } from './page-context.ts'

/** Nothing to draw: says whether it is the range or the filters, and leads to where there is something. */
export function EmptyNote({ drawing, height }: { drawing: Drawing; height: number }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { view, change, zone } = usePage()
  const metric = drawing.answer.columns.find((column) => column.role === 'metric')?.id
  const newest = useNewestMonth(metric, zone)
  const ends = endsOf(view.range, zone, Date.now())
  const hasFilters = view.filters.length > 0
  const range = rangeDates(view.range, zone, Date.now(), language)
  const { hasOwnWindow } = drawing
  const isElsewhere =
    !hasOwnWindow && newest !== undefined && newest !== null && (newest < ends.from.slice(0, 7) || newest >= ends.to)
  if (hasSeveralCurrencies(drawing.answer)) return <CurrenciesNote height={height} />
  return (
    <Centred height={height}>
      <Note
        icon={hasFilters ? <IconFilterOff size={20} /> : <IconCalendarSearch size={20} />}
        title={t('panel.empty')}
        actions={
          hasFilters ? (
            <Button size="xs" variant="default" onClick={() => change({ ...view, filters: [] })}>
              {t('panel.clear_filters')}
            </Button>
          ) : isElsewhere ? (
            <Button
              size="xs"
              variant="default"
              onClick={() => change({ ...view, range: { from: newest, to: nextBucket(newest, 'month') } })}
            >
              {t('panel.newest', { month: bucketName(newest, 'month', language) })}
            </Button>
          ) : undefined
        }
      >
        {hasFilters
          ? t('panel.empty_filters')
          : hasOwnWindow
            ? t('panel.empty_window')
            : t('panel.empty_range', { range })}
      </Note>
    </Centred>
  )
}

/** There are amounts, but in several currencies: the line below leads to each. */
function CurrenciesNote({ height }: { height: number }) {
  const { t } = useTranslation()
  return (
    <Centred height={height}>
      <Note icon={<IconCoins size={20} />} title={t('panel.several_currencies')} />
    </Centred>
  )
}
