import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../ask/conversation.ts'
import { clockTime } from '../../ui/formats/time.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { en } from '../../ui/texts/en.ts'
import classes from './scene.module.css'

type Told = keyof typeof en.conversation.event


/** The most that is told of an event in one line. */
const mostDetails = 4

/** Something that happened around the talk: told quietly, in one line. */
export function EventLine({ entry, zone }: { entry: TimelineEntry; zone: string }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const name = entry.author?.name ?? entry.author?.id
  const details = detailsOf(entry)
  return (
    <p className={classes.event}>
      <span className={classes.event_name}>
        {/* A type of tomorrow is told by its own name. */}
        {t(`conversation.event.${entry.type.replace('.', '_') as Told}`, { defaultValue: entry.type })}
        {name === null || name === undefined ? '' : `, ${name}`}
      </span>
      {details.map(([key, value]) => (
        <span key={key} className={classes.detail}>
          {key.replaceAll('_', ' ')}: {value}
        </span>
      ))}
      <time dateTime={entry.time}>{clockTime(entry.time, zone, language)}</time>
    </p>
  )
}

function detailsOf({ detail, text }: TimelineEntry): readonly (readonly [string, string])[] {
  const told = Object.entries(detail).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, String(value)]] : [],
  )
  const said: [string, string][] = text === null || text === '' ? [] : [['text', text]]
  return [...said, ...told].slice(0, mostDetails)
}
