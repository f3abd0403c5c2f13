import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { me } from '../../ask/account.ts'
import { dashboardIn, dimensionsIn, metricsIn } from '../../ask/catalogue.ts'
import { Refusal } from '../../ask/http.ts'
import { useIsBenchmarkTold } from '../../ask/use-benchmark.ts'
import { useRetry } from '../../ask/use-retry.ts'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { NothingHere } from '../not-found/scene.tsx'
import { Composer } from './composer.tsx'
import { draftOf, emptyDraft } from './draft.ts'

/** Composes a dashboard: a new one, one that there is, or a copy of one. */
export function ComposeScene() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const retry = useRetry()
  const { id } = useParams({ strict: false })
  const { from } = useSearch({ strict: false })
  const origin = id ?? (typeof from === 'string' ? from : undefined)
  const dashboard = useQuery({ ...dashboardIn(origin ?? '', language), enabled: origin !== undefined, staleTime: 0 })
  const metrics = useQuery(metricsIn(language))
  const dimensions = useQuery(dimensionsIn(language))
  const account = useQuery(me)
  const isBenchmarkTold = useIsBenchmarkTold()
  const failed = dashboard.error ?? metrics.error ?? dimensions.error
  if (origin !== undefined && failed instanceof Refusal && failed.status === 404) {
    return <NothingHere title={t('not_found.dashboard', { id: origin })} />
  }
  if (failed !== null) return <RefusalNote error={failed} onRetry={retry} />
  const isLoading = origin !== undefined && (dashboard.data === undefined || !dashboard.isFetchedAfterMount)
  if (isLoading || !metrics.data || !dimensions.data || !account.data || !isBenchmarkTold) return <Waiting />
  const known = { metrics: metrics.data, dimensions: dimensions.data }
  const told = dashboard.data === undefined ? emptyDraft : draftOf(dashboard.data, known)
  const isOwn = id !== undefined && dashboard.data?.can_change === true
  const isCopy = origin !== undefined && !isOwn
  return (
    <Composer
      key={`${origin} ${isOwn}`}
      start={isCopy ? { ...told, title: t('compose.copy_of', { title: told.title }), visibility: 'private' } : told}
      saved={isOwn && id !== undefined ? { id, revision: dashboard.data?.revision ?? null } : undefined}
      origin={origin}
      known={known}
      zone={account.data.organization.time_zone}
      organization={account.data.organization.name}
    />
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      <Skeleton height={26} width={220} mt={30} radius="sm" />
      <Skeleton height={220} mt={26} radius="md" />
      <Skeleton height={340} mt={16} radius="md" />
    </div>
  )
}
