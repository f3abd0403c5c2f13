import { useTranslation } from 'react-i18next'
import type { ServiceHours } from '../../../ask/touchpoints.ts'
import { summaryOf } from './hours.ts'
import classes from './touchpoints.module.css'
import { useWeekday } from './use-weekday.ts'

/** Service hours in a few words. */
export function HoursSummary({ hours }: { hours: ServiceHours }) {
  const { t } = useTranslation()
  const nameOf = useWeekday('short')
  const runs = summaryOf(hours)
  const exceptions = hours.exceptions?.length ?? 0
  return (
    <>
      {runs.length === 0 ? <span className={classes.hours}>{t('touchpoints.never_open')}</span> : null}
      {runs.map(({ first, last, text }) => (
        <span key={first} className={classes.hours}>
          {first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`} {text}
        </span>
      ))}
      {exceptions === 0 ? null : (
        <span className={classes.hours}>{t('touchpoints.exceptions_count', { count: exceptions })}</span>
      )}
    </>
  )
}
