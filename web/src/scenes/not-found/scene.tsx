import { Button } from '@mantine/core'
import { IconMapSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Note } from '../../ui/parts/note.tsx'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import classes from './scene.module.css'

/** Nothing is here: says so, and leads back. */
export function NothingHere({ title, text }: { title?: string; text?: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <div className={classes.hidden}>
        <PageTitle title={title ?? t('not_found.title')} />
      </div>
      <Note
        icon={<IconMapSearch size={20} />}
        title={title ?? t('not_found.title')}
        actions={<Button renderRoot={(props) => <Link to="/" {...props} />}>{t('not_found.home')}</Button>}
      >
        {text ?? t('not_found.lead')}
      </Note>
    </div>
  )
}
