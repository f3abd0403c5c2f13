import { IconUnlink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../ui/parts/note.tsx'
import { Centred } from './centred.tsx'

/** In the place of a panel that cannot be asked any more: a version of Parley came that measures otherwise. */
export function GoneNote({ names, height }: { names: readonly string[]; height: number }) {
  const { t } = useTranslation()
  return (
    <Centred height={height}>
      <Note icon={<IconUnlink size={20} />} title={t('compose.gone')}>
        {t('compose.gone_why', { names: names.join(', ') })}
      </Note>
    </Centred>
  )
}
