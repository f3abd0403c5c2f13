import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import { CatchBoundary } from '@tanstack/react-router'
import { type ComponentType, lazy, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from './note.tsx'

/** A piece of the app that could not be fetched: the network is gone, or another version has taken its place. */
export class NotFetched extends Error {}

/**
 * A piece of the app that is fetched when it is first drawn. Where it cannot be, only its place says so: the rest of the page goes
 * on. To be drawn within a `Suspense`.
 */
export function late<Props extends object>(
  fetch: () => Promise<{ default: ComponentType<Props> }>,
  Missing: ComponentType<NoInfer<Props>> = NotFetchedNote,
): ComponentType<Props> {
  const Piece = lazy(() =>
    fetch().catch((error: unknown) => {
      throw new NotFetched(error instanceof Error ? error.message : String(error))
    }),
  )
  return function Late(props: Props) {
    return (
      <CatchBoundary
        getResetKey={() => 0}
        errorComponent={({ error }) => {
          if (!(error instanceof NotFetched)) throw error
          return <Missing {...props} />
        }}
      >
        <Piece {...props} />
      </CatchBoundary>
    )
  }
}

const reload = () => window.location.reload()

/** In its place. Fetching it again would not bring its styles: the page has to come anew. */
export function NotFetchedNote() {
  const { t } = useTranslation()
  return (
    <Note
      tone="bad"
      icon={<IconPlugConnectedX size={20} />}
      title={t('problem.not_fetched')}
      actions={
        <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={reload}>
          {t('problem.reload')}
        </Button>
      }
    >
      {t('problem.not_fetched_why')}
    </Note>
  )
}

/** In passing, of what would have opened above the page; it counts as closed, so that it can be opened once more. */
export function NotFetchedToast({ onClose }: { onClose?(): void }) {
  const { t } = useTranslation()
  useEffect(() => {
    notifications.show({
      id: 'not-fetched',
      color: 'red',
      title: t('problem.not_fetched'),
      message: t('problem.not_fetched_why'),
    })
    onClose?.()
  }, [t, onClose])
  return null
}
