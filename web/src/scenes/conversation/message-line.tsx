import { IconLock, IconPaperclip, IconRobot } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTimeExact } from '../../ui/formats/time.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { colourOf } from '../../ui/tokens/meanings.ts'
import { useScheme } from '../../ui/tokens/use-scheme.ts'
import type { Line } from './chapters.ts'
import classes from './scene.module.css'

const known = ['contact', 'agent', 'bot', 'system'] as const

/** What somebody said: contacts at the left, who answers at the right, each kind in its own colour. */
export function MessageLine({ line: { entry, isContinued }, zone }: { line: Line; zone: string }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const scheme = useScheme()
  const kind = known.find((one) => one === entry.author?.kind) ?? 'system'
  const name = entry.author?.name ?? entry.author?.id
  const attachments = Array.isArray(entry.detail.attachments) ? entry.detail.attachments.length : 0
  const colour = colourOf('author_kind', kind, scheme)
  return (
    <article
      className={classes.message}
      data-side={kind === 'contact' ? 'left' : kind === 'system' ? 'middle' : 'right'}
      data-private={entry.is_private}
      style={{ '--author': colour } as CSSProperties}
    >
      {isContinued ? null : (
        <p className={classes.author}>
          <span className={classes.dot} aria-hidden="true" />
          {kind === 'bot' ? <IconRobot size={14} aria-hidden="true" /> : null}
          <span className={classes.kind}>{t(`conversation.${kind}`)}</span>
          {name === null || name === undefined ? null : <span>{name}</span>}
        </p>
      )}
      <div className={classes.bubble}>
        {entry.is_private ? (
          <span className={classes.private}>
            <IconLock size={12} aria-hidden="true" /> {t('conversation.private_note')}
          </span>
        ) : null}
        {entry.text === null || entry.text === '' ? (
          attachments > 0 ? null : (
            <em className={classes.soft}>{t('conversation.no_text')}</em>
          )
        ) : (
          <span className={classes.text} dir="auto">
            {entry.text}
          </span>
        )}
        {attachments > 0 ? (
          <span className={classes.attachments}>
            <IconPaperclip size={13} aria-hidden="true" /> {t('conversation.attachments', { count: attachments })}
          </span>
        ) : null}
      </div>
      <time className={classes.time} dateTime={entry.time}>
        {clockTimeExact(entry.time, zone, language)}
      </time>
    </article>
  )
}
