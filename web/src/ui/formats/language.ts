/** The languages Parley speaks, in the order of the menu. */
export const languages = ['en', 'nl', 'ru'] as const
export type Language = (typeof languages)[number]

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', nl: 'Nederlands', ru: 'Русский' }

/** The locale `Intl` writes numbers and dates in. English days come before months ("Mon 4 May"). */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL', ru: 'ru-RU' }

export const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text)

/** The user's choice when there is one, else the first of the browser's languages that Parley speaks, else English. */
export function chooseLanguage(chosen: string | null, browser: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  for (const tag of browser) {
    const language = tag.slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'en'
}
