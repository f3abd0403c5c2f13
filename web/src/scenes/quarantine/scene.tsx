import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, type RejectionReason, rejectedEvents, rejectionReasonCounts } from '../../ask/quarantine.ts'
import { Note } from '../../ui/parts/note.tsx'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import settings from '../../ui/parts/settings.module.css'
import { TableSkeleton } from '../../ui/parts/table-skeleton.tsx'
import { Many } from './many.tsx'
import { MendDrawer } from './mend-drawer.tsx'
import { Reasons } from './reasons.tsx'
import { RejectedTable } from './rejected-table.tsx'

/** Events that could not be counted: why not, and what can be done about each, or about many. */
export function QuarantineScene() {
  const { t } = useTranslation()
  const [reason, setReason] = useState<RejectionReason>()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<string>()
  const counts = useQuery(rejectionReasonCounts)
  const rejected = useInfiniteQuery(rejectedEvents(reason))
  const reasons = counts.data ?? []
  const events = rejected.data?.pages.flatMap((page) => page.quarantine) ?? []
  const choose = (next: RejectionReason | undefined) => {
    setReason(next)
    setSelected(new Set())
  }
  const count =
    selected.size > 0
      ? selected.size
      : reasons.filter((one) => reason === undefined || one.reason === reason).reduce((sum, one) => sum + one.events, 0)
  const choice: Choice = selected.size > 0 ? { ids: [...selected] } : reason === undefined ? { all: true } : { reason }
  const label =
    selected.size > 0
      ? t('quarantine.selected', { count: selected.size })
      : reason === undefined
        ? t('quarantine.all_chosen')
        : t('quarantine.reason_chosen')
  return (
    <>
      <PageTitle title={t('quarantine.title')} question={t('quarantine.lead')} />
      {reasons.length === 0 ? null : <Reasons reasons={reasons} chosen={reason} onChoose={choose} />}
      {/* What became of the last ones stays, also when none are left. */}
      <Many choice={choice} count={count} label={label} onDone={() => setSelected(new Set())} onOpen={setOpened} />
      <div className={settings.panel}>
        {rejected.isPending ? (
          <TableSkeleton />
        ) : rejected.isError ? (
          <RefusalNote error={rejected.error} onRetry={() => void rejected.refetch()} />
        ) : events.length === 0 ? (
          <Note
            icon={<IconShieldCheck size={20} />}
            title={reason === undefined ? t('quarantine.empty') : t('quarantine.empty_reason')}
            actions={
              reason === undefined ? undefined : (
                <Button size="xs" variant="default" onClick={() => choose(undefined)}>
                  {t('quarantine.all_reasons')}
                </Button>
              )
            }
          >
            {reason === undefined ? t('quarantine.empty_why') : null}
          </Note>
        ) : (
          <>
            <RejectedTable events={events} selected={selected} onSelect={setSelected} onOpen={setOpened} />
            {rejected.hasNextPage ? (
              <div className={settings.more}>
                <Button
                  variant="default"
                  loading={rejected.isFetchingNextPage}
                  onClick={() => void rejected.fetchNextPage()}
                >
                  {t('records.more')}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </div>
      <MendDrawer opened={opened} onClose={() => setOpened(undefined)} />
    </>
  )
}
