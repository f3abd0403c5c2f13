import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Doorway } from '../../ui/parts/doorway.tsx'
import { WayIn } from '../../ui/parts/way-in.tsx'

export function SignedOut() {
  const { t } = useTranslation()
  return (
    <Doorway title={t('signed_out.title')}>
      <p>{t('signed_out.lead')}</p>
      <WayIn text={t('signed_out.way_out')} />
      <Button variant="default" fullWidth onClick={() => window.location.assign('/')}>
        {t('signed_out.try')}
      </Button>
    </Doorway>
  )
}
