import { Button, Group, Switch } from '@mantine/core'
import { DatePicker, DatesProvider, TimePicker } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/nl'
import 'dayjs/locale/ru'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../ui/formats/language.ts'
import { addDays, type LocalTime } from '../../ui/formats/local-time.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { endsOf, isWholeDays } from '../view/range.ts'
import type { Range } from '../view/view.ts'
import classes from './bar.module.css'

const calendarLocale: Readonly<Record<Language, string>> = { en: 'en-gb', nl: 'nl', ru: 'ru' }

/** Days from a calendar and, when wanted, times of day. The last day is part of the range, as people mean it. */
export default function CustomRange({
  range,
  zone,
  onChange,
}: {
  range: Range
  zone: string
  onChange(range: Range): void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const ends = endsOf(range, zone, Date.now())
  const isWhole = 'group' in range || isWholeDays(ends)
  const last = isWholeDays(ends) ? addDays(ends.to.slice(0, 10), -1) : ends.to.slice(0, 10)
  const [days, setDays] = useState<[string | null, string | null]>([ends.from.slice(0, 10), last])
  const [hasTimes, setHasTimes] = useState(!isWhole)
  const [times, setTimes] = useState<[string, string]>(
    isWhole ? ['00:00', '23:59'] : [ends.from.slice(11, 16) || '00:00', ends.to.slice(11, 16) || '00:00'],
  )
  const [from, to] = days
  const chosen = from === null || to === null ? undefined : rangeOf(from, to, hasTimes ? times : undefined)
  const isBackwards = chosen !== undefined && chosen.from >= chosen.to
  const clock = {
    size: 'xs',
    format: '24h',
    hoursInputLabel: t('range.hours'),
    minutesInputLabel: t('range.minutes'),
  } as const
  return (
    <div className={classes.custom}>
      <DatesProvider settings={{ locale: calendarLocale[language], firstDayOfWeek: 1, weekendDays: [] }}>
        <DatePicker
          type="range"
          allowSingleDateInRange
          hideOutsideDates
          value={days}
          onChange={setDays}
          defaultDate={last}
          maxDate={addDays(new Date().toISOString().slice(0, 10), 1)}
          size="sm"
          aria-label={t('range.custom')}
          ariaLabels={{ nextMonth: '→', previousMonth: '←' }}
        />
      </DatesProvider>
      <Switch
        size="xs"
        mt={12}
        label={t('range.whole_days')}
        checked={!hasTimes}
        onChange={(event) => setHasTimes(!event.currentTarget.checked)}
      />
      {hasTimes ? (
        <Group gap={8} mt={10} grow>
          <TimePicker
            {...clock}
            label={t('range.from_time')}
            value={times[0]}
            onChange={(value) => setTimes([value, times[1]])}
          />
          <TimePicker
            {...clock}
            label={t('range.to_time')}
            value={times[1]}
            onChange={(value) => setTimes([times[0], value])}
            error={isBackwards ? t('range.end_before_start') : undefined}
          />
        </Group>
      ) : null}
      <Button
        fullWidth
        mt={14}
        size="xs"
        disabled={chosen === undefined || isBackwards}
        onClick={() => (chosen === undefined ? undefined : onChange(chosen))}
      >
        {t('range.apply')}
      </Button>
    </div>
  )
}

function rangeOf(first: LocalTime, last: LocalTime, times: [string, string] | undefined) {
  if (times === undefined) return { from: first, to: addDays(last, 1) }
  const at = (day: LocalTime, time: string) => `${day}T${time.slice(0, 5) || '00:00'}`
  return { from: at(first, times[0]), to: at(last, times[1]) }
}
