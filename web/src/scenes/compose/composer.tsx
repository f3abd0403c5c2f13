import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLayoutGridAdd, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RangePicker } from '../../ask/bar/range-picker.tsx'
import type { TitledPanel } from '../../ask/catalogue.ts'
import { createDashboard, replaceDashboard } from '../../ask/dashboards.ts'
import { Refusal } from '../../ask/http.ts'
import { plainView } from '../../ask/view/view.ts'
import { Confirm } from '../../ui/parts/confirm.tsx'
import { Note } from '../../ui/parts/note.tsx'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import { RefusalText } from '../../ui/parts/refusal-note.tsx'
import { NumbersPage } from '../../widgets/panel/numbers-page.tsx'
import { Board } from './board.tsx'
import classes from './compose.module.css'
import { type Draft, emptyPanel, isSame, type Known, newPanelId, sentOf, withPanel } from './draft.ts'
import { DraftFields } from './draft-fields.tsx'
import { PanelEditor } from './panel-editor.tsx'

/** The page on which a dashboard is composed: its words, its panels as they will be, and where they stand. */
export function Composer({
  start,
  origin,
  saved,
  known,
  zone,
  organization,
}: {
  start: Draft
  /** The one that is changed or copied. */
  origin: string | undefined
  /** The one that is changed; none is a new one. */
  saved: { readonly id: string; readonly revision: number | null } | undefined
  known: Known
  zone: string
  organization: string
}) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(start)
  const [view, setView] = useState({ ...plainView, compare: 'none' as typeof plainView.compare })
  const [editing, setEditing] = useState<TitledPanel>()
  const [isChecked, setIsChecked] = useState(false)
  const isChanged = !isSame(draft, start)
  const saving = useSaving(saved, known)
  const isLeaving = useRef(false)
  const title = useRef<HTMLInputElement>(null)
  const blocker = useBlocker({
    shouldBlockFn: () => isChanged && !isLeaving.current,
    enableBeforeUnload: () => isChanged && !isLeaving.current,
    withResolver: true,
  })
  const navigate = useNavigate()
  const cancel = () =>
    origin === undefined ? navigate({ to: '/' }) : navigate({ to: '/dashboards/$id', params: { id: origin } })
  const save = (asCopy: boolean) => {
    setIsChecked(true)
    if (draft.title.trim() === '') {
      title.current?.focus()
      return
    }
    isLeaving.current = true
    saving.mutate(
      { draft, asCopy },
      {
        onError: () => {
          isLeaving.current = false
        },
      },
    )
  }
  const add = () => setEditing({ ...emptyPanel, id: newPanelId(draft.panels) })
  const wasChanged = saving.error instanceof Refusal && saving.error.code === 'dashboard_changed'
  return (
    <NumbersPage
      view={view}
      change={(next) => setView(next as typeof view)}
      zone={zone}
      picked={draft.picker[0]}
      filters={draft.filters}
      metrics={known.metrics}
      dimensions={known.dimensions}
    >
      <PageTitle title={saved === undefined ? t('compose.new') : t('compose.edit')} question={t('compose.lead')}>
        <Button variant="default" onClick={() => void cancel()}>
          {t('word.cancel')}
        </Button>
        <Button loading={saving.isPending} onClick={() => save(false)}>
          {t('compose.save')}
        </Button>
      </PageTitle>
      {saving.error === null ? null : (
        <Alert color="red" mb={16} role="alert">
          <RefusalText error={saving.error} />
          {wasChanged ? (
            <Button size="compact-sm" variant="default" ml={12} onClick={() => save(true)}>
              {t('compose.save_copy')}
            </Button>
          ) : null}
        </Alert>
      )}
      <DraftFields
        ref={title}
        draft={draft}
        known={known}
        organization={organization}
        isChecked={isChecked}
        onChange={setDraft}
      />
      <div className={classes.strip}>
        <h2 className={classes.heading}>{t('compose.panels')}</h2>
        <p className={classes.hint}>
          <span className={classes.arrange}>{draft.panels.length > 1 ? t('compose.arrange') : null}</span>
        </p>
        <RangePicker range={view.range} zone={zone} onChange={(range) => setView({ ...view, range })} />
        <Button variant="light" leftSection={<IconPlus size={16} />} onClick={add}>
          {t('compose.add')}
        </Button>
      </div>
      {draft.panels.length === 0 ? (
        <div className={classes.empty}>
          <Note
            icon={<IconLayoutGridAdd size={20} />}
            title={t('compose.empty')}
            actions={
              <Button size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
                {t('compose.add')}
              </Button>
            }
          >
            {t('compose.empty_why')}
          </Note>
        </div>
      ) : (
        <Board draft={draft} known={known} onChange={setDraft} onEdit={setEditing} />
      )}
      <PanelEditor
        panel={editing}
        isNew={editing !== undefined && draft.panels.every(({ id }) => id !== editing.id)}
        picker={draft.picker}
        known={known}
        onClose={() => setEditing(undefined)}
        onDone={(panel) => {
          setDraft(withPanel(draft, panel))
          setEditing(undefined)
        }}
      />
      <Confirm
        isOpen={blocker.status === 'blocked'}
        title={t('compose.leave_title')}
        text={t('compose.leave_why')}
        action={t('compose.leave')}
        isPending={false}
        error={null}
        onConfirm={() => blocker.proceed?.()}
        onClose={() => blocker.reset?.()}
      />
    </NumbersPage>
  )
}

/** Saves the dashboard, and goes to it. */
function useSaving(saved: { readonly id: string; readonly revision: number | null } | undefined, known: Known) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ draft, asCopy }: { readonly draft: Draft; readonly asCopy: boolean }) => {
      const sent = sentOf(draft, known)
      return saved === undefined || asCopy ? createDashboard(sent) : replaceDashboard(saved.id, sent, saved.revision)
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['dashboards'] })
      notifications.show({ message: t('compose.saved'), autoClose: 3000 })
      await navigate({ to: '/dashboards/$id', params: { id } })
    },
  })
}
