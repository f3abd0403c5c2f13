import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { chooseLanguage, isLanguage, type Language } from '../formats/language.ts'
import type { en } from './en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

const storageKey = 'parley-language'

/** Only the language that is spoken is loaded. */
const texts: Readonly<Record<Language, () => Promise<object>>> = {
  en: async () => (await import('./en.ts')).en,
  nl: async () => (await import('./nl.ts')).nl,
  ru: async () => (await import('./ru.ts')).ru,
}

/** Starts in the language of an earlier choice, else the browser's. To be awaited before the first paint. */
export async function startSpeaking(): Promise<void> {
  const language = chooseLanguage(readChoice(), navigator.languages)
  await i18next.use(initReactI18next).init({
    lng: language,
    // Every language is complete by type: there is nothing to fall back from.
    fallbackLng: false,
    // React escapes what it writes.
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: await texts[language]() } },
  })
  document.documentElement.lang = language
}

/** Changes the language of the page; a choice is kept. */
export async function speak(language: Language, { isChoice }: { isChoice: boolean }): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await texts[language]())
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  if (isChoice) keepChoice(language)
}

/**
 * Speaks as the user has chosen on another device, unless something was chosen on this one.
 */
export async function speakAs(language: unknown): Promise<void> {
  if (isLanguage(language) && !isLanguage(readChoice())) await speak(language, { isChoice: false })
}

/** Who signs out takes their choice along: the next one at this browser has another. */
export function forgetChoice(): void {
  try {
    localStorage.removeItem(storageKey)
  } catch {
    // Storage is closed to us: nothing was kept.
  }
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    // Storage is closed to us: the browser's language it is.
    return null
  }
}

function keepChoice(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
  }
}
