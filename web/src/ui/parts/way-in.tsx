import { useTranslation } from 'react-i18next'
import { CopyCode } from './copy-code.tsx'

const commands = `npx parley organizations list
npx parley users create --organization ID --email YOU@EXAMPLE.COM`

/** How to get a link that signs in. */
export function WayIn({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{text}</p>
      <CopyCode code={commands} label={text} />
      <p style={{ marginTop: 16 }}>{t('signed_out.way_out_else')}</p>
    </>
  )
}
