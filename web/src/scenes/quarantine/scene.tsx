import { Button, UnstyledButton } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RejectedEvent, rejectedEvents } from '../../ask/quarantine.ts'
import { ago, moment } from '../../ui/formats/time.ts'
import { browserZone } from '../../ui/formats/zones.ts'
import { Note } from '../../ui/parts/note.tsx'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import { ScrollRegion } from '../../ui/parts/scroll-region.tsx'
import settings from '../../ui/parts/settings.module.css'
import { TableSkeleton } from '../../ui/parts/table-skeleton.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { briefOf } from './brief.ts'
import { MendDrawer } from './mend-drawer.tsx'
import classes from './scene.module.css'

/** Events that could not be counted: why not, and what can be done about each. */
export function QuarantineScene() {
  const { t } = useTranslation()
  const rejected = useInfiniteQuery(rejectedEvents)
  const [opened, setOpened] = useState<RejectedEvent>()
  const events = rejected.data?.pages.flatMap((page) => page.quarantine) ?? []
  return (
    <>
      <PageTitle title={t('quarantine.title')} question={t('quarantine.lead')} />
      <div className={settings.panel}>
        {rejected.isPending ? (
          <TableSkeleton />
        ) : rejected.isError ? (
          <RefusalNote error={rejected.error} onRetry={() => void rejected.refetch()} />
        ) : events.length === 0 ? (
          <Note icon={<IconShieldCheck size={20} />} title={t('quarantine.empty')}>
            {t('quarantine.empty_why')}
          </Note>
        ) : (
          <>
            <Rejected events={events} onOpen={setOpened} />
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

function Rejected({ events, onOpen }: { events: readonly RejectedEvent[]; onOpen(event: RejectedEvent): void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const zone = browserZone()
  return (
    <ScrollRegion className={settings.scroll} label={t('quarantine.title')}>
      <table className={settings.table}>
        <thead>
          <tr>
            <th scope="col">{t('quarantine.event')}</th>
            <th scope="col">{t('quarantine.problem')}</th>
            <th scope="col">{t('quarantine.received')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const { type, id } = briefOf(event.beginning)
            const [first, ...others] = event.problems
            return (
              <tr key={event.id} className={classes.row}>
                <th scope="row">
                  <UnstyledButton
                    className={classes.open ?? ''}
                    onClick={() => onOpen(event)}
                    aria-label={`${type ?? t('quarantine.no_type')}. ${t('quarantine.open', { time: moment(event.received_at, zone, language) })}`}
                  >
                    {type ?? <span className={settings.faint}>{t('quarantine.no_type')}</span>}
                  </UnstyledButton>
                  {id === undefined ? null : <code className={classes.id}>{id}</code>}
                </th>
                <td>
                  <span className={classes.problem}>{first?.message}</span>
                  {others.length === 0 ? null : (
                    <span className={classes.others}>{t('quarantine.more_problems', { count: others.length })}</span>
                  )}
                </td>
                <td>
                  <time dateTime={event.received_at} title={moment(event.received_at, zone, language)}>
                    {ago(event.received_at, Date.now(), language)}
                  </time>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
