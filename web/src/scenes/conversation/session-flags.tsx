import { useTranslation } from 'react-i18next'
import type { Session } from '../../ask/conversation.ts'
import classes from './scene.module.css'

const flags = [
  ['is_missed', 'missed', 'bad'],
  ['is_two_way', 'two_way', 'plain'],
  ['is_bot_chat', 'bot_chat', 'plain'],
  ['is_effective', 'effective', 'good'],
  ['is_lead', 'lead', 'good'],
] as const

/** What a session counts as. */
export function SessionFlags({ session }: { session: Session }) {
  const { t } = useTranslation()
  const set = flags.filter(([field]) => session[field])
  if (set.length === 0) return null
  return (
    <span className={classes.flags}>
      {set.map(([field, word, tone]) => (
        <span key={field} className={classes.flag} data-tone={tone}>
          {t(`conversation.flag.${word}`)}
        </span>
      ))}
    </span>
  )
}
