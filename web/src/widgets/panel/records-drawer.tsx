import { Button, Drawer, Skeleton } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordsBehind } from '../../ask/records.ts'
import { endsOf } from '../../ask/view/range.ts'
import { decimal } from '../../ui/formats/number.ts'
import { Note } from '../../ui/parts/note.tsx'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import { useWayBack } from '../../ui/parts/use-way-back.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { Picked } from '../drawing.ts'
import { usePage } from './page-context.ts'
import { recordQuestion } from './record-question.ts'
import classes from './records-drawer.module.css'
import { RecordsTable } from './records-table.tsx'

/** The rows behind a number, the latest first, each a door to its conversation. */
export function RecordsDrawer({
  picked,
  isOpen,
  onClose,
}: {
  picked: Picked | undefined
  isOpen: boolean
  onClose(): void
}) {
  const { t } = useTranslation()
  useWayBack(isOpen)
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="min(920px, 100vw)"
      title={picked === undefined ? '' : t('records.title', { title: picked.title })}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      classNames={{ body: classes.body ?? '' }}
    >
      {picked === undefined ? null : <Records picked={picked} />}
    </Drawer>
  )
}

/** The rows behind a pick, as many as are asked for. */
export function Records({ picked, columns = null }: { picked: Picked; columns?: readonly string[] | null }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { view, zone } = usePage()
  const question = recordQuestion(picked, view, zone)
  // Read once: a range "to date" ends later every minute, but these are the records of the number that was clicked.
  const [ends] = useState(() => endsOf(view.range, zone, Date.now()))
  const cell = picked.cycle === undefined ? undefined : { cycle: picked.cycle, ends }
  const records = useInfiniteQuery(recordsBehind(question, cell, language))
  if (records.isPending) return <Waiting />
  if (records.isError) return <RefusalNote error={records.error} onRetry={() => void records.refetch()} />
  const { pages } = records.data
  const rows = pages.flatMap((page) => page.rows)
  const first = pages[0]
  if (first === undefined || rows.length === 0) {
    return <Note icon={<IconListSearch size={20} />} title={t('records.empty')} />
  }
  return (
    <>
      <p className={classes.count}>
        {first.total === null || first.total > rows.length
          ? t('records.shown', {
              shown: decimal(rows.length, language),
              total: first.total === null ? '…' : decimal(first.total, language),
            })
          : t('records.count', { count: rows.length })}
      </p>
      <RecordsTable columns={first.columns} only={columns} rows={rows} labels={first.labels ?? {}} zone={zone} />
      {records.hasNextPage ? (
        <div className={classes.more}>
          <Button variant="default" loading={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
            {t('records.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      {[1, 2, 3, 4, 5, 6, 7, 8].map((line) => (
        <Skeleton key={line} height={22} mb={14} radius="sm" />
      ))}
    </div>
  )
}
