import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { weekdays } from '../../../ask/touchpoints.ts'
import type { WrittenHours } from './hours.ts'
import { PeriodsField } from './periods-field.tsx'
import classes from './touchpoints.module.css'
import { useWeekday } from './use-weekday.ts'

type Fields = {
  hours: WrittenHours
  onChange(hours: WrittenHours): void
  /** By the pointer into service hours. */
  errorAt(pointer: string): string | undefined
}

/** A line for each day of the week. */
export function WeekFields({ hours, onChange, errorAt }: Fields) {
  const { t } = useTranslation()
  const nameOf = useWeekday('long')
  const set = (weekly: Partial<WrittenHours['weekly']>) =>
    onChange({ ...hours, weekly: { ...hours.weekly, ...weekly } })
  const asMonday = () => {
    const { mon } = hours.weekly
    set({ tue: mon, wed: mon, thu: mon, fri: mon })
  }
  return (
    <div>
      <ul className={classes.days}>
        {weekdays.map((day) => (
          <li key={day} className={classes.day}>
            <span className={classes.day_name}>{nameOf(day)}</span>
            <PeriodsField
              name={nameOf(day)}
              periods={hours.weekly[day]}
              onChange={(periods) => set({ [day]: periods })}
              errorOf={(index) => errorAt(`/weekly/${day}/${index}`)}
            />
          </li>
        ))}
      </ul>
      <Button variant="default" size="xs" mt={12} disabled={hours.weekly.mon.length === 0} onClick={asMonday}>
        {t('touchpoints.as_monday')}
      </Button>
    </div>
  )
}

/** Dates that differ from the week: holidays, or a late opening. */
export function ExceptionFields({ hours, onChange, errorAt }: Fields) {
  const { t } = useTranslation()
  const set = (exceptions: WrittenHours['exceptions']) => onChange({ ...hours, exceptions })
  return (
    <div>
      <ul className={classes.days}>
        {hours.exceptions.map(({ date, periods }, index) => {
          const name = date === '' ? t('touchpoints.exception', { number: index + 1 }) : date
          const change = (part: Partial<WrittenHours['exceptions'][number]>) =>
            set(hours.exceptions.map((one, at) => (at === index ? { ...one, ...part } : one)))
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an exception is its place while its date is being written
            <li key={index} className={classes.exception}>
              <TextInput
                type="date"
                w={160}
                aria-label={t('touchpoints.date', { name })}
                value={date}
                onChange={(event) => change({ date: event.currentTarget.value })}
                error={errorAt(`/exceptions/${index}/date`)}
              />
              <PeriodsField
                name={name}
                periods={periods}
                onChange={(next) => change({ periods: next })}
                errorOf={(at) => errorAt(`/exceptions/${index}/hours/${at}`)}
              />
              <ActionIcon
                size={34}
                aria-label={t('touchpoints.remove_exception', { name })}
                onClick={() => set(hours.exceptions.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => set([...hours.exceptions, { date: '', periods: [] }])}
      >
        {t('touchpoints.add_exception')}
      </Button>
    </div>
  )
}
