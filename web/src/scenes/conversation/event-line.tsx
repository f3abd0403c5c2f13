import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../ask/conversation.ts'
import { duration } from '../../ui/formats/duration.ts'
import { clockTime } from '../../ui/formats/time.ts'
import type { en } from '../../ui/texts/en.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { type Detail, type DetailWord, detailsOf } from './details.ts'
import classes from './scene.module.css'

type Told = keyof typeof en.conversation.event

/** Something that happened around the talk: told quietly, in one line. */
export function EventLine({
  entry,
  zone,
  names,
}: {
  entry: TimelineEntry
  zone: string
  names: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const name = entry.author?.name ?? entry.author?.id
  const told = ({ key, value }: Detail): string => {
    if (key === 'talk_seconds' && typeof value === 'number') return duration(value, language)
    if (typeof value !== 'string') return String(value)
    return (
      names.get(`${key} ${value}`) ?? t(`conversation.detail_value.${value as DetailWord}`, { defaultValue: value })
    )
  }
  return (
    <p className={classes.event}>
      <span className={classes.event_name}>
        {/* A type of tomorrow is told by its own name. */}
        {t(`conversation.event.${entry.type.replace('.', '_') as Told}`, { defaultValue: entry.type })}
        {name === null || name === undefined ? '' : `, ${name}`}
      </span>
      {detailsOf(entry).map((detail) => (
        <span key={detail.key} className={classes.detail}>
          {t(`conversation.detail.${detail.key}`)}
          {detail.value === true ? '' : `: ${told(detail)}`}
        </span>
      ))}
      <time dateTime={entry.time}>{clockTime(entry.time, zone, language)}</time>
    </p>
  )
}
