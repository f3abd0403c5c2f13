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
import { ScrollRegion } from '../../../ui/parts/scroll-region.tsx'
import settings from '../../../ui/parts/settings.module.css'
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
    <ScrollRegion className={settings.scroll} label={t('touchpoints.title')}>
      <table className={settings.table}>
        <thead>
          <tr>
            <th scope="col">{t('touchpoints.touchpoint')}</th>
            <th scope="col">{t('touchpoints.channel')}</th>
            <th scope="col">{t('touchpoints.hours')}</th>
            <th scope="col">{t('touchpoints.said_by')}</th>
            <th scope="col">{t('touchpoints.zone')}</th>
          </tr>
        </thead>
        <tbody>
          {touchpoints.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/settings/touchpoints/$id" params={{ id: one.id }}>
                  {one.name ?? one.id}
                </Link>
                {one.name === null ? null : <code className={classes.id}>{one.id}</code>}
              </th>
              <td>{one.channel === null ? '–' : nameOfValue(channel, one.channel, language)}</td>
              <td>
                {one.service_hours === null ? (
                  <span className={settings.faint}>{t('touchpoints.no_hours')}</span>
                ) : (
                  <HoursSummary hours={one.service_hours} />
                )}
              </td>
              <td>
                {one.service_hours_source === 'none' ? null : (
                  <span className={settings.tag}>{t(`touchpoints.source.${one.service_hours_source}`)}</span>
                )}
              </td>
              <td>{one.time_zone.replaceAll('_', ' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
