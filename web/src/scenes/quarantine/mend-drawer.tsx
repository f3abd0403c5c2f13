import { Button, Drawer, Group, Skeleton, Stack, Textarea, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../ask/http.ts'
import { discard, type EventProblem, rejectedEvent, replay } from '../../ask/quarantine.ts'
import { moment } from '../../ui/formats/time.ts'
import { browserZone } from '../../ui/formats/zones.ts'
import { Confirm } from '../../ui/parts/confirm.tsx'
import { RefusalNote, useRefusalWords } from '../../ui/parts/refusal-note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { briefOf, readEvent, textOf } from './brief.ts'
import { placeOf } from './pointer-place.ts'
import classes from './scene.module.css'

/** One refused event: what is wrong with it, its JSON to be mended, and its two ways out. */
export function MendDrawer({ opened, onClose }: { opened: string | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const event = useQuery({ ...rejectedEvent(opened ?? ''), enabled: opened !== undefined }).data
  const title =
    opened === undefined || event === undefined
      ? t('quarantine.event')
      : `${briefOf(textOf(event.event)).type ?? t('quarantine.no_type')}, ${moment(event.received_at, browserZone(), language)}`
  return (
    <Drawer
      opened={opened !== undefined}
      onClose={onClose}
      position="right"
      size="min(1040px, 100vw)"
      title={title}
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      {opened === undefined ? null : <Whole key={opened} id={opened} onDone={onClose} />}
    </Drawer>
  )
}

function Whole({ id, onDone }: { id: string; onDone(): void }) {
  const event = useQuery(rejectedEvent(id))
  if (event.isPending) return <Skeleton height={320} radius="md" />
  if (event.isError) return <RefusalNote error={event.error} onRetry={() => void event.refetch()} />
  return <Mend id={id} event={event.data.event} problems={event.data.problems} onDone={onDone} />
}

function Mend({
  id,
  event,
  problems,
  onDone,
}: {
  id: string
  event: unknown
  problems: readonly EventProblem[]
  onDone(): void
}) {
  const { t } = useTranslation()
  const words = useRefusalWords()
  const client = useQueryClient()
  const [text, setText] = useState(() => textOf(event))
  const [isDiscarding, setIsDiscarding] = useState(false)
  const editor = useRef<HTMLTextAreaElement>(null)
  /** Marks the value that a problem is about. */
  const showPlace = (pointer: string) => {
    const place = placeOf(text, pointer)
    if (place === null || editor.current === null) return
    editor.current.focus()
    editor.current.setSelectionRange(place.from, place.to)
    // Fields do not scroll to what is selected in them by a program.
    const line = text.slice(0, place.from).split('\n').length
    editor.current.scrollTop = (line - 4) * 20
  }
  const isChanged = text !== textOf(event)
  const read = readEvent(text)
  const finish = async (message: string) => {
    onDone()
    notifications.show({ message })
    await client.invalidateQueries({ queryKey: ['quarantine'] })
    await client.invalidateQueries({ queryKey: ['query'] })
  }
  const replaying = useMutation({
    mutationFn: (mended: unknown) => replay(id, mended),
    onSuccess: () => finish(t('quarantine.replayed')),
  })
  const discarding = useMutation({
    mutationFn: () => discard(id),
    onSuccess: () => {
      setIsDiscarding(false)
      return finish(t('quarantine.discarded'))
    },
  })
  const still =
    replaying.error instanceof Refusal && replaying.error.code === 'replay_rejected' ? replaying.error : undefined
  const wrong = still?.problems ?? problems
  return (
    <Stack gap={20}>
      <div className={classes.mend}>
        <section aria-live="polite">
          <h3 className={classes.label}>{t('quarantine.problems')}</h3>
          <ul className={classes.problems}>
            {wrong.map(({ message, pointer }) => (
              <li key={`${pointer} ${message}`}>
                <IconAlertTriangle size={16} aria-hidden="true" />
                <span>
                  {message}
                  {pointer === undefined || pointer === '' ? null : (
                    <UnstyledButton className={classes.pointer ?? ''} onClick={() => showPlace(pointer)}>
                      {t('quarantine.at', { pointer })}
                    </UnstyledButton>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <Textarea
          ref={editor}
          className={classes.editor ?? ''}
          label={t('quarantine.json')}
          description={t('quarantine.json_hint')}
          value={text}
          onChange={(change) => setText(change.currentTarget.value)}
          autosize
          minRows={10}
          maxRows={24}
          spellCheck={false}
          error={'problem' in read ? t('quarantine.json_invalid', { message: read.problem }) : undefined}
        />
      </div>
      {replaying.error === null ? null : (
        <p role="alert" style={{ margin: 0, color: 'var(--bad)', fontSize: 13 }}>
          {still === undefined ? words(replaying.error).text : t('quarantine.still_wrong')}
        </p>
      )}
      <Group justify="space-between" gap={8}>
        <Button variant="subtle" color="red" c="var(--bad)" onClick={() => setIsDiscarding(true)}>
          {t('quarantine.discard')}
        </Button>
        <Group gap={8}>
          {isChanged ? (
            <Button variant="default" onClick={() => setText(textOf(event))}>
              {t('quarantine.reset')}
            </Button>
          ) : null}
          <Button
            loading={replaying.isPending}
            disabled={'problem' in read}
            onClick={() => ('event' in read ? replaying.mutate(read.event) : undefined)}
          >
            {isChanged ? t('quarantine.replay') : t('quarantine.replay_plain')}
          </Button>
        </Group>
      </Group>
      <Confirm
        isOpen={isDiscarding}
        title={t('quarantine.discard_title')}
        text={t('quarantine.discard_why')}
        action={t('quarantine.discard')}
        isPending={discarding.isPending}
        error={discarding.error}
        onConfirm={() => discarding.mutate()}
        onClose={() => setIsDiscarding(false)}
      />
    </Stack>
  )
}
