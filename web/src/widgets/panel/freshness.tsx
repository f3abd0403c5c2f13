import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../ui/formats/language.ts'
import { bucketOf, wallClock } from '../../ui/formats/local-time.ts'
import { clockTime, moment } from '../../ui/formats/time.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import classes from './panel.module.css'

type Fresh = { readonly asOf: string | undefined; readonly zone: string }

/** How fresh the numbers are, and in which zone their days begin. */
export function Freshness(fresh: Fresh) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return <p className={classes.foot}>{freshness(fresh, language, t) || '\u00a0'}</p>
}

/** `as of 14:02, Europe/Amsterdam`; with the day when it is another than today. */
export function freshness({ asOf, zone }: Fresh, language: Language, t: TFunction): string {
  if (asOf === undefined) return ''
  const name = zone.replaceAll('_', ' ')
  const isToday = bucketOf(wallClock(asOf, zone), 'day') === bucketOf(wallClock(Date.now(), zone), 'day')
  return isToday
    ? t('panel.as_of', { time: clockTime(asOf, zone, language), zone: name })
    : t('panel.as_of_day', { day: moment(asOf, zone, language), zone: name })
}
