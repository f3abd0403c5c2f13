import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isLanguage, languageNames, languages } from '../formats/language.ts'
import { useLanguage } from '../texts/use-language.ts'

/** The language, where there is no menu yet. */
export function LanguageChoice() {
  const { t } = useTranslation()
  const { language, choose } = useLanguage()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('shell.language')}
      value={language}
      onChange={(value) => (isLanguage(value) ? choose(value) : undefined)}
      data={languages.map((one) => ({
        value: one,
        label: (
          <abbr title={languageNames[one]} style={{ textDecoration: 'none' }}>
            {one.toUpperCase()}
          </abbr>
        ),
      }))}
    />
  )
}
