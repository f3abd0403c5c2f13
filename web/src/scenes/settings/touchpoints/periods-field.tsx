import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { readTime, type WrittenPeriod } from './hours.ts'
import classes from './touchpoints.module.css'

/** The hours of one day: several parts, or closed. */
export function PeriodsField({
  name,
  periods,
  onChange,
  errorOf,
}: {
  /** Of the day. */
  name: string
  periods: readonly WrittenPeriod[]
  onChange(periods: readonly WrittenPeriod[]): void
  errorOf(index: number): string | undefined
}) {
  const { t } = useTranslation()
  const change = (index: number, part: Partial<WrittenPeriod>) =>
    onChange(periods.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const add = () => {
    const last = periods.at(-1)
    onChange([...periods, last === undefined ? { from: '09:00', to: '17:00' } : { from: last.to, to: '' }])
  }
  return (
    <div className={classes.periods}>
      {periods.length === 0 ? <span className={classes.closed}>{t('touchpoints.closed')}</span> : null}
      {periods.map(({ from, to }, index) => {
        const error = errorOf(index)
        const input = (value: string, label: string, write: (value: string) => void) => (
          <TextInput
            w={84}
            size="sm"
            aria-label={label}
            aria-invalid={error !== undefined}
            error={error !== undefined}
            placeholder="00:00"
            value={value}
            onChange={(event) => write(event.currentTarget.value)}
            onBlur={() => write(readTime(value))}
          />
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part of a day is its place among the parts
          <div key={index}>
            <div className={classes.period}>
              {input(from, t('touchpoints.from', { day: name }), (value) => change(index, { from: value }))}
              <span aria-hidden="true">–</span>
              {input(to, t('touchpoints.to', { day: name }), (value) => change(index, { to: value }))}
              <ActionIcon
                aria-label={t('touchpoints.remove_hours', { day: name })}
                onClick={() => onChange(periods.filter((_, at) => at !== index))}
              >
                <IconX size={15} />
              </ActionIcon>
            </div>
            {error === undefined ? null : (
              <p className={classes.error} role="alert">
                {error}
              </p>
            )}
          </div>
        )
      })}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={13} />}
        aria-label={t('touchpoints.add_hours_to', { day: name })}
        onClick={add}
      >
        {t('touchpoints.add_hours')}
      </Button>
    </div>
  )
}
