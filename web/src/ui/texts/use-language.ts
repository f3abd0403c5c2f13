import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { isLanguage, type Language } from '../formats/language.ts'
import { speak } from './speak.ts'

/** The language of the page, and how to choose another: the choice is kept for the next visit. */
export function useLanguage(): { language: Language; choose(language: Language): void } {
  const { i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  return { language, choose: (next) => void speak(next, { isChoice: true }) }
}

/** Outside of components: the language of the page now. */
export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en')
