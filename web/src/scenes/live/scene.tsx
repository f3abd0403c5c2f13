import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { me } from '../../ask/account.ts'
import bar from '../../ask/bar/bar.module.css'
import { ClearButton, FilterControls } from '../../ask/bar/choices.tsx'
import { type DimensionInfo, dimensionsIn, type MetricInfo, metricsIn } from '../../ask/catalogue.ts'
import { type Snapshot, useLive } from '../../ask/live.ts'
import { useRetry } from '../../ask/use-retry.ts'
import type { View } from '../../ask/view/view.ts'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import { RefusalNote, RefusalText } from '../../ui/parts/refusal-note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import grid from '../../widgets/panel/grid.module.css'
import { NumbersPage } from '../../widgets/panel/numbers-page.tsx'
import { useView } from '../../widgets/panel/use-view.ts'
import { Agents } from './agents.tsx'
import { Connection } from './connection.tsx'
import { LastHour } from './last-hour.tsx'
import { NowCards } from './now-cards.tsx'
import classes from './scene.module.css'
import { WaitingContacts } from './waiting-contacts.tsx'

/** How things stand now, told by the server as they change. */
export function LiveScene() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const retry = useRetry()
  const metrics = useQuery(metricsIn(language))
  const dimensions = useQuery(dimensionsIn(language))
  const account = useQuery(me)
  const { view, change } = useView()
  const live = useLive(view.filters)
  const failed = metrics.error ?? dimensions.error
  if (failed !== null) return <RefusalNote error={failed} onRetry={retry} />
  const zone = live.snapshot?.time_zone ?? account.data?.organization.time_zone ?? 'UTC'
  return (
    <>
      <PageTitle title={t('live.title')} question={t('live.question')}>
        <Connection live={live} zone={zone} />
      </PageTitle>
      {live.trouble === undefined ? null : live.snapshot === undefined ? (
        <div className={classes.refused}>
          <RefusalNote error={live.trouble} />
        </div>
      ) : (
        <p className={classes.trouble} role="alert">
          <RefusalText error={live.trouble} />
        </p>
      )}
      {live.snapshot === undefined || !metrics.data || !dimensions.data ? (
        live.trouble === undefined ? (
          <Waiting />
        ) : null
      ) : (
        <Board
          view={view}
          change={change}
          snapshot={live.snapshot}
          isOld={!live.isConnected || live.trouble !== undefined}
          zone={zone}
          metrics={metrics.data}
          dimensions={dimensions.data}
        />
      )}
    </>
  )
}

/** What can be filtered by here, as the server takes it: what a conversation that goes on has already. */
const filters = ['channel', 'touchpoint', 'inbox', 'team', 'agent']

function Board({
  view,
  change,
  snapshot,
  isOld,
  zone,
  metrics,
  dimensions,
}: {
  view: View
  change(view: View): void
  snapshot: Snapshot
  isOld: boolean
  zone: string
  metrics: ReadonlyMap<string, MetricInfo>
  dimensions: ReadonlyMap<string, DimensionInfo>
}) {
  const { t } = useTranslation()
  const choices = {
    ...{ view, onChange: change, zone, ownZone: zone, metrics, dimensions, filters, metric: 'chats' },
    // There is nothing to choose but filters.
    ...{ picker: [], isComparable: false, isOverTime: false, downloads: [] },
  }
  return (
    <NumbersPage
      view={view}
      change={change}
      zone={zone}
      picked={undefined}
      filters={filters}
      metrics={metrics}
      dimensions={dimensions}
    >
      <div className={bar.bar} role="toolbar" aria-orientation="horizontal" aria-label={t('filter.title')}>
        <div className={bar.controls}>
          <FilterControls {...choices} />
          <ClearButton {...choices} />
        </div>
      </div>
      <div className={classes.board} data-old={isOld}>
        <NowCards snapshot={snapshot} />
        <div className={grid.grid}>
          <WaitingContacts snapshot={snapshot} />
          <Agents snapshot={snapshot} />
          {['chats', 'calls', 'notifications'].map((metric) => (
            <LastHour key={metric} metric={metric} snapshot={snapshot} />
          ))}
        </div>
      </div>
    </NumbersPage>
  )
}

function Waiting() {
  return (
    <div aria-busy="true" className={classes.board}>
      <Skeleton height={92} radius="md" />
      <Skeleton height={300} mt={16} radius="md" />
      <Skeleton height={240} mt={16} radius="md" />
    </div>
  )
}
