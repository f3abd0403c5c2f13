import { IconClockHour9 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dimensionsIn } from '../../../ask/catalogue.ts'
import { nameOfValue } from '../../../ask/name-of-value.ts'
import { type Touchpoint, touchpointsOfOrganization } from '../../../ask/touchpoints.ts'
import { Note } from '../../../ui/parts/note.tsx'
import { PageTitle } from '../../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../../ui/parts/refusal-note.tsx'
import settings from '../../../ui/parts/settings.module.css'
import { SettingsTable } from '../../../ui/parts/settings-table.tsx'
import { TableSkeleton } from '../../../ui/parts/table-skeleton.tsx'
import { useLanguage } from '../../../ui/texts/use-language.ts'
import { DerivationNote } from '../form/derivation-note.tsx'
import { HoursSummary } from './hours-summary.tsx'
import classes from './touchpoints.module.css'

/** Where contacts arrive, and when somebody is there for them. */
export function TouchpointsScene() {
  const { t } = useTranslation()
  const touchpoints = useQuery(touchpointsOfOrganization)
  return (
    <>
      <PageTitle title={t('touchpoints.title')} question={t('touchpoints.lead')} />
      <DerivationNote />
      <div className={settings.panel}>
        {touchpoints.isPending ? (
          <TableSkeleton />
        ) : touchpoints.isError ? (
          <RefusalNote error={touchpoints.error} onRetry={() => void touchpoints.refetch()} />
        ) : touchpoints.data.length === 0 ? (
          <Note icon={<IconClockHour9 size={20} />} title={t('touchpoints.empty')}>
            {t('touchpoints.empty_why')}
          </Note>
        ) : (
          <TouchpointsTable touchpoints={touchpoints.data} />
        )}
      </div>
    </>
  )
}

function TouchpointsTable({ touchpoints }: { touchpoints: readonly Touchpoint[] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const channel = useQuery(dimensionsIn(language)).data?.get('channel')
  return (
    <SettingsTable
      label={t('touchpoints.title')}
      rows={touchpoints}
      keyOf={({ id }) => id}
      columns={[
        {
          title: t('touchpoints.touchpoint'),
          kind: 'name',
          cell: ({ id, name }) => (
            <>
              <Link to="/settings/touchpoints/$id" params={{ id }}>
                {name ?? id}
              </Link>
              {name === null ? null : <code className={classes.id}>{id}</code>}
            </>
          ),
        },
        {
          title: t('touchpoints.channel'),
          cell: (one) => (one.channel === null ? '–' : nameOfValue(channel, one.channel, language)),
        },
        {
          title: t('touchpoints.hours'),
          cell: ({ service_hours }) =>
            service_hours === null ? (
              <span className={settings.faint}>{t('touchpoints.no_hours')}</span>
            ) : (
              <HoursSummary hours={service_hours} />
            ),
        },
        {
          title: t('touchpoints.said_by'),
          cell: ({ service_hours_source: source }) =>
            source === 'none' ? '–' : <span className={settings.tag}>{t(`touchpoints.source.${source}`)}</span>,
        },
        { title: t('touchpoints.zone'), cell: ({ time_zone }) => time_zone.replaceAll('_', ' ') },
      ]}
    />
  )
}
