import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  type SpotlightFilterFunction,
  spotlight,
} from '@mantine/spotlight'
import {
  IconBookmark,
  IconChartBar,
  IconLayoutDashboard,
  IconLayoutGridAdd,
  IconMessageCircle,
  IconSearch,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dashboardsIn, metricsIn } from '../../ask/catalogue.ts'
import { namedViews } from '../../ask/named-views.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { settingsPages } from '../settings/pages.ts'

const mostMetrics = 200

/** Everything by its name: dashboards, metrics and settings; a conversation by its id. Opens at every further wish. */
export function Search({ wishes }: { wishes: number }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  useEffect(() => {
    if (wishes > 0) spotlight.open()
  }, [wishes])
  const index = useQuery(dashboardsIn(language)).data
  const metrics = useQuery(metricsIn(language)).data
  const views = useQuery(namedViews).data
  const known = useMemo((): SpotlightActionGroupData[] => {
    const groupOf = new Map(index?.groups.map((group) => [group.id, group.title]))
    return [
      {
        group: t('search.dashboards'),
        actions: [
          {
            id: 'live',
            label: t('live.title'),
            description: t('live.question'),
            leftSection: <IconLayoutDashboard size={18} stroke={1.6} />,
            onClick: () => void navigate({ to: '/live' }),
          },
          ...(index?.dashboards ?? []).map(({ id, title, question, group }) => ({
            id: `dashboard-${id}`,
            label: `${groupOf.get(group) ?? ''} – ${title}`,
            description: question,
            leftSection: <IconLayoutDashboard size={18} stroke={1.6} />,
            onClick: () => void navigate({ to: '/dashboards/$id', params: { id } }),
          })),
          {
            id: 'compose',
            label: t('compose.new'),
            description: t('compose.lead'),
            leftSection: <IconLayoutGridAdd size={18} stroke={1.6} />,
            onClick: () => void navigate({ to: '/compose' }),
          },
        ],
      },
      {
        group: t('views.title'),
        actions: (views ?? []).map(({ code, name, dashboard_id }) => ({
          id: `view-${code}`,
          label: name,
          description: index?.dashboards.find(({ id }) => id === dashboard_id)?.title ?? '',
          leftSection: <IconBookmark size={18} stroke={1.6} />,
          onClick: () => void navigate({ to: '/v/$code', params: { code } }),
        })),
      },
      {
        group: t('search.settings'),
        actions: settingsPages.map(({ id, path, icon: Mark }) => ({
          id: `settings-${id}`,
          label: t(`${id}.title`),
          description: t(`${id}.lead`),
          leftSection: <Mark size={18} stroke={1.6} />,
          onClick: () => void navigate({ to: path }),
        })),
      },
      {
        group: t('search.metrics'),
        actions: [...(metrics?.values() ?? [])].slice(0, mostMetrics).map(({ id, title, what }) => ({
          id: `metric-${id}`,
          label: title,
          description: what,
          keywords: [id],
          leftSection: <IconChartBar size={18} stroke={1.6} />,
          onClick: () => void navigate({ to: '/metric/$id', params: { id } }),
        })),
      },
    ]
  }, [index, metrics, views, navigate, t])
  const id = query.trim()
  const conversation: SpotlightActionData[] =
    id === '' || /\s/.test(id)
      ? []
      : [
          {
            id: 'conversation',
            label: t('search.open_conversation', { id }),
            description: t('search.by_id'),
            // It is always an answer to what was typed.
            keywords: [id],
            leftSection: <IconMessageCircle size={18} stroke={1.6} />,
            onClick: () => void navigate({ to: '/conversations/$id', params: { id } }),
          },
        ]
  return (
    <Spotlight
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      actions={[...known, { group: t('search.conversations'), actions: conversation }]}
      nothingFound={t('search.nothing', { query: id })}
      filter={found}
      attributes={{ content: { 'aria-label': t('search.open') } }}
      highlightQuery
      scrollable
      maxHeight={460}
      limit={24}
      radius="lg"
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('search.placeholder'),
        'aria-label': t('search.placeholder'),
      }}
    />
  )
}

/** Groups keep their order, so that what is known by name comes before the conversation that might have such an id. */
const found: SpotlightFilterFunction = (query, actions) => {
  const wanted = query.trim().toLocaleLowerCase()
  if (wanted === '') return actions
  const rank = ({ label, description, keywords }: SpotlightActionData): number => {
    if (label?.toLocaleLowerCase().includes(wanted)) return 0
    if ([keywords ?? []].flat().some((word) => word.toLocaleLowerCase().includes(wanted))) return 1
    return description?.toLocaleLowerCase().includes(wanted) ? 2 : 3
  }
  const best = (list: readonly SpotlightActionData[]) =>
    list.filter((action) => rank(action) < 3).sort((one, other) => rank(one) - rank(other))
  return actions.flatMap((entry): ReturnType<SpotlightFilterFunction> => {
    if (!('actions' in entry)) return best([entry])
    const kept = best(entry.actions)
    return kept.length === 0 ? [] : [{ ...entry, actions: kept }]
  })
}
