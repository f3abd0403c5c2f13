import { useTranslation } from 'react-i18next'
import { bucketOf, wallClock } from '../../ui/formats/local-time.ts'
import { clockTime, moment } from '../../ui/formats/time.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import classes from './panel.module.css'

/** How fresh the numbers are, and in which zone their days begin. */
export function Freshness({ asOf, zone }: { asOf: string | undefined; zone: string }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  if (asOf === undefined) return <p className={classes.foot}>&nbsp;</p>
  const isToday = bucketOf(wallClock(asOf, zone), 'day') === bucketOf(wallClock(Date.now(), zone), 'day')
  const name = zone.replaceAll('_', ' ')
  return (
    <p className={classes.foot}>
      {isToday
        ? t('panel.as_of', { time: clockTime(asOf, zone, language), zone: name })
        : t('panel.as_of_day', { day: moment(asOf, zone, language), zone: name })}
    </p>
  )
}
