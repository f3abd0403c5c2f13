import { type Language, localeOf } from './language.ts'

const names = new Map<Language, Intl.DisplayNames>()

/** The name of a country by its code: `NL` is the Netherlands, Nederland, Нидерланды. What is no code stays as it is. */
export function regionName(code: string, language: Language): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code
  const known = names.get(language) ?? new Intl.DisplayNames(localeOf[language], { type: 'region', fallback: 'code' })
  names.set(language, known)
  return known.of(code.toUpperCase()) ?? code
}
