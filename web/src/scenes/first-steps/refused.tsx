import { IconAlertTriangle } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rejectedEvents } from '../../ask/quarantine.ts'
import classes from './first-steps.module.css'

/** An event that came in and could not be counted: why, and the way to mend it. Else nothing. */
export function Refused({ everyMs }: { everyMs: number }) {
  const { t } = useTranslation()
  const newest = useInfiniteQuery({ ...rejectedEvents(undefined), refetchInterval: everyMs }).data?.pages[0]
    ?.quarantine[0]
  return (
    <div role="status">
      {newest === undefined ? null : (
        <div className={classes.refused}>
          <IconAlertTriangle size={18} aria-hidden="true" />
          <div>
            <p className={classes.refused_title}>{t('first_steps.refused')}</p>
            <p className={classes.refused_text}>{newest.problems[0]?.message}</p>
            <Link to="/settings/quarantine">{t('first_steps.refused_way')}</Link>
          </div>
        </div>
      )}
    </div>
  )
}
