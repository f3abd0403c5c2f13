import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import classes from './overview.module.css'
import { settingsPages } from './pages.ts'

/** All pages of settings, each with the question it answers. */
export function SettingsOverview() {
  const { t } = useTranslation()
  return (
    <>
      <PageTitle title={t('shell.settings')} question={t('settings.overview_lead')} />
      <ul className={classes.list}>
        {settingsPages.map(({ id, path, icon: Mark }) => (
          <li key={id}>
            <Link to={path} className={classes.card ?? ''}>
              <span className={classes.icon} aria-hidden="true">
                <Mark size={18} stroke={1.7} />
              </span>
              <span>
                <span className={classes.title}>{t(`${id}.title`)}</span>
                <span className={classes.lead}>{t(`${id}.lead`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
