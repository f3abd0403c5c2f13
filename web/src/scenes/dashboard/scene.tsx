import { Skeleton } from '@mantine/core'
import { isComparable, isOverTime, namedMetrics } from '@parley/core/dashboards/panel-question.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { me } from '../../ask/account.ts'
import { Bar } from '../../ask/bar/bar.tsx'
import { type DashboardPage, dashboardIn, dashboardsIn, dimensionsIn, metricsIn } from '../../ask/catalogue.ts'
import { Refusal } from '../../ask/http.ts'
import { useIsBenchmarkTold } from '../../ask/use-benchmark.ts'
import { useIsNew } from '../../ask/use-is-new.ts'
import { useRetry } from '../../ask/use-retry.ts'
import { late } from '../../ui/parts/late.tsx'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { filesOf } from '../../widgets/panel/files-of.ts'
import grid from '../../widgets/panel/grid.module.css'
import { NumbersPage } from '../../widgets/panel/numbers-page.tsx'
import { Panel } from '../../widgets/panel/panel.tsx'
import { usePeriodKeys } from '../../widgets/panel/use-period-keys.ts'
import { useView } from '../../widgets/panel/use-view.ts'
import { workbookOf } from '../../widgets/panel/workbook-of.ts'
import { useArrival } from '../first-steps/use-arrival.ts'
import { NothingHere } from '../not-found/scene.tsx'
import { DashboardMenu } from './dashboard-menu.tsx'
import { NoPanels } from './no-panels.tsx'

// Seen once.
const FirstSteps = late(async () => ({ default: (await import('../first-steps/first-steps.tsx')).FirstSteps }))

/** A dashboard as the catalogue declares it: this page knows none of them by name. */
export function DashboardScene() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const retry = useRetry()
  const { id } = useParams({ from: '/shell/dashboards/$id' })
  const dashboard = useQuery(dashboardIn(id, language))
  const metrics = useQuery(metricsIn(language))
  const dimensions = useQuery(dimensionsIn(language))
  const account = useQuery(me)
  const isBenchmarkTold = useIsBenchmarkTold()
  const failed = dashboard.error ?? metrics.error ?? dimensions.error
  if (failed instanceof Refusal && failed.status === 404) {
    return <NothingHere title={t('not_found.dashboard', { id })} />
  }
  if (failed !== null) return <RefusalNote error={failed} onRetry={retry} />
  if (!dashboard.data || !metrics.data || !dimensions.data || !account.data || !isBenchmarkTold) return <Waiting />
  return (
    <Dashboard
      key={id}
      dashboard={dashboard.data}
      metrics={metrics.data}
      dimensions={dimensions.data}
      ownZone={account.data.organization.time_zone}
      organization={account.data.organization}
      isAdmin={account.data.scopes.includes('admin')}
    />
  )
}

function Dashboard({
  dashboard,
  metrics,
  dimensions,
  ownZone,
  organization,
  isAdmin,
}: {
  dashboard: DashboardPage
  metrics: Parameters<typeof NumbersPage>[0]['metrics']
  dimensions: Parameters<typeof NumbersPage>[0]['dimensions']
  ownZone: string
  organization: { readonly id: string; readonly name: string }
  isAdmin: boolean
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { view, change } = useView()
  const index = useQuery(dashboardsIn(language)).data
  const group = index?.groups.find(({ id }) => id === dashboard.group)?.title
  const [isSkipped, setIsSkipped] = useState(false)
  const zone = view.time_zone ?? ownZone
  const picked = dashboard.picker.find((id) => id === view.metric) ?? dashboard.picker[0]
  const first = dashboard.panels.flatMap((panel) => namedMetrics(panel, picked))[0]
  const isEmpty = useIsNew(zone)
  // Who may make no keys cannot take the first steps.
  const isNew = isAdmin && isEmpty === true && !isSkipped && view.filters.length === 0
  useArrival(isNew, zone)
  const hasRange = dashboard.panels.some(({ window }) => window === null)
  usePeriodKeys(view, change, hasRange)
  return (
    <NumbersPage
      view={view}
      change={change}
      zone={zone}
      picked={picked}
      filters={dashboard.filters}
      metrics={metrics}
      dimensions={dimensions}
    >
      <PageTitle title={dashboard.title} group={group} question={dashboard.question} hasSmallActions>
        <DashboardMenu dashboard={dashboard} organization={organization.name} />
      </PageTitle>
      {isNew ? (
        <Suspense fallback={<Skeleton height={340} radius="md" />}>
          <FirstSteps organization={organization} onSkip={() => setIsSkipped(true)} />
        </Suspense>
      ) : (
        <>
          <Bar
            view={view}
            onChange={change}
            zone={zone}
            ownZone={ownZone}
            metrics={metrics}
            dimensions={dimensions}
            filters={dashboard.filters}
            picker={dashboard.picker}
            metric={first}
            dashboard={dashboard.id}
            isComparable={dashboard.panels.some(isComparable)}
            isOverTime={dashboard.panels.some(isOverTime)}
            hasRange={hasRange}
            downloads={[
              workbookOf(dashboard, { view, zone, picked }, language, t),
              ...filesOf(dashboard.panels, { view, zone, picked, metrics }, language),
            ]}
          />
          {dashboard.panels.length === 0 ? (
            <NoPanels dashboard={dashboard} />
          ) : (
            <div className={grid.grid}>
              {dashboard.panels.map((panel) => (
                <Panel key={panel.id} panel={panel} />
              ))}
            </div>
          )}
        </>
      )}
    </NumbersPage>
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      <Skeleton height={26} width={220} mt={30} radius="sm" />
      <Skeleton height={14} width={360} mt={12} radius="sm" />
      <Skeleton height={34} width="60%" mt={26} radius="sm" />
      <Skeleton height={132} mt={26} radius="md" />
      <Skeleton height={340} mt={16} radius="md" />
    </div>
  )
}
