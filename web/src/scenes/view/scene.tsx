import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NothingHere } from '../not-found/scene.tsx'

/** Only seen where a short address leads to no view: else its dashboard is shown at once. */
export function NoView() {
  const { t } = useTranslation()
  const { code } = useParams({ from: '/shell/v/$code' })
  return <NothingHere title={t('views.no_such', { code })} text={t('views.no_such_why')} />
}
