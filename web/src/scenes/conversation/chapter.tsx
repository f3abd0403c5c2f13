import { useTranslation } from 'react-i18next'
import { duration } from '../../ui/formats/duration.ts'
import { clockTime, longDay } from '../../ui/formats/time.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { Chapter } from './chapters.ts'
import { EventLine } from './event-line.tsx'
import { MessageLine } from './message-line.tsx'
import classes from './scene.module.css'

/** One session of the timeline under its own heading. */
export function ChapterView({
  chapter: { session, lines },
  zone,
  names,
}: {
  chapter: Chapter
  zone: string
  names: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <div className={classes.chapter}>
      {session === undefined ? null : (
        <h2 className={classes.chapter_title} id={`session-${session.number}`} tabIndex={-1}>
          <span className={classes.chapter_words}>
            <strong>{t('conversation.session', { number: session.number })}</strong>
            <span>
              {longDay(session.started_at, zone, language)}, {clockTime(session.started_at, zone, language)}–
              {clockTime(session.ended_at, zone, language)}
            </span>
            <span>{duration((Date.parse(session.ended_at) - Date.parse(session.started_at)) / 1000, language)}</span>
          </span>
        </h2>
      )}
      <ol className={classes.lines}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the past does not change its order
          <li key={place} className={classes.line} data-continued={line.isContinued}>
            {line.silence === undefined ? null : (
              <p className={classes.silence}>
                {t('conversation.after', { duration: duration(line.silence, language) })}
              </p>
            )}
            {line.isMessage ? (
              <MessageLine line={line} zone={zone} />
            ) : (
              <EventLine entry={line.entry} zone={zone} names={names} />
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
