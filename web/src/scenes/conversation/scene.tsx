import { ActionIcon, CopyButton, Skeleton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { me } from '../../ask/account.ts'
import { dimensionsIn } from '../../ask/catalogue.ts'
import { type Conversation, conversationById } from '../../ask/conversation.ts'
import { Refusal } from '../../ask/http.ts'
import { duration } from '../../ui/formats/duration.ts'
import { decimal } from '../../ui/formats/number.ts'
import { moment } from '../../ui/formats/time.ts'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { NothingHere } from '../not-found/scene.tsx'
import { ChapterView } from './chapter.tsx'
import { chaptersOf } from './chapters.ts'
import { namesIn } from './details.ts'
import classes from './scene.module.css'
import { SessionFlags } from './session-flags.tsx'

/** One conversation from beginning to end: what was said, what happened around it, and how it was cut into sessions. */
export function ConversationScene() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { id } = useParams({ from: '/shell/conversations/$id' })
  const conversation = useQuery(conversationById(id, language))
  const zone = useQuery(me).data?.organization.time_zone ?? 'UTC'
  const { error } = conversation
  if (error instanceof Refusal && error.status === 404) {
    return <NothingHere title={t('conversation.no_such', { id })} text={t('conversation.no_such_why')} />
  }
  if (error !== null) return <RefusalNote error={error} onRetry={() => void conversation.refetch()} />
  if (conversation.data === undefined) return <Waiting />
  return <Told conversation={conversation.data} zone={zone} />
}

function Told({ conversation, zone }: { conversation: Conversation; zone: string }) {
  const { t } = useTranslation()
  const chapters = useMemo(() => chaptersOf(conversation), [conversation])
  const names = useMemo(() => namesIn(conversation), [conversation])
  const who = conversation.contact?.name ?? conversation.contact?.id
  return (
    <>
      <PageTitle
        title={who === undefined ? t('conversation.untitled') : t('conversation.title', { name: who })}
        question={<Id id={conversation.id} />}
      />
      <div className={classes.page}>
        <section className={classes.timeline} aria-label={t('conversation.timeline')}>
          {chapters.map((chapter, place) => (
            <ChapterView key={chapter.session?.number ?? place} chapter={chapter} zone={zone} names={names} />
          ))}
          {conversation.is_cut ? (
            <p className={classes.silence}>{t('conversation.cut', { count: conversation.timeline.length })}</p>
          ) : null}
        </section>
        <Facts conversation={conversation} zone={zone} />
      </div>
    </>
  )
}

function Id({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes.id}>
      <code>{id}</code>
      <CopyButton value={id} timeout={2000}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('word.copied') : t('conversation.copy_id')}>
            <ActionIcon size={22} onClick={copy} aria-label={copied ? t('word.copied') : t('conversation.copy_id')}>
              {copied ? <IconCheck size={14} color="var(--good)" /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  )
}

function Facts({ conversation, zone }: { conversation: Conversation; zone: string }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const channels = useQuery(dimensionsIn(language)).data?.get('channel')?.values
  const { timeline, sessions, channel, touchpoint } = conversation
  const first = timeline[0]?.time
  const last = timeline.at(-1)?.time
  const messages = timeline.filter((entry) => entry.type === 'message.sent' && !entry.is_private).length
  const entries: readonly (readonly [string, string])[] = [
    ...(channel === null
      ? []
      : [[t('conversation.channel'), channels?.find(({ value }) => value === channel)?.title ?? channel] as const]),
    ...(touchpoint === null ? [] : [[t('conversation.touchpoint'), touchpoint.name ?? touchpoint.id] as const]),
    ...(first === undefined ? [] : [[t('conversation.first'), moment(first, zone, language)] as const]),
    ...(last === undefined ? [] : [[t('conversation.last'), moment(last, zone, language)] as const]),
  ]
  return (
    <aside className={classes.facts}>
      <dl className={classes.list}>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className={classes.subtitle}>
        {t('conversation.sessions')} <span className={classes.soft}>{decimal(sessions.length, language)}</span>
        <span className={classes.messages}>{t('conversation.messages', { count: messages })}</span>
      </h2>
      <ol className={classes.sessions}>
        {sessions.map((session) => (
          <li key={session.number}>
            <a href={`#session-${session.number}`} className={classes.session}>
              <span className={classes.session_name}>{t('conversation.session', { number: session.number })}</span>
              <span className={classes.soft}>
                {duration((Date.parse(session.ended_at) - Date.parse(session.started_at)) / 1000, language)}
              </span>
            </a>
            <span className={classes.soft}>{moment(session.started_at, zone, language)}</span>
            <SessionFlags session={session} />
          </li>
        ))}
      </ol>
    </aside>
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      <Skeleton height={26} width={300} mt={30} radius="sm" />
      <Skeleton height={60} width="50%" mt={40} radius="md" />
      <Skeleton height={60} width="50%" mt={16} ml="20%" radius="md" />
      <Skeleton height={60} width="40%" mt={16} radius="md" />
    </div>
  )
}
