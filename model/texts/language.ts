/** The languages in which Parley speaks. The first one is spoken to those who ask for no other. */
export const languages = ['en', 'nl', 'ru'] as const

export type Language = (typeof languages)[number]

/**
 * The language that an `Accept-Language` header prefers: the one with the highest weight, among equals the one named
 * first. A region is left aside (`nl-BE` is Dutch), `*` stands for the languages not named, weight 0 refuses one.
 * What cannot be read is skipped. English when the header is absent or asks for none of our languages (RFC 9110 §12.5.4).
 */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').split(',').flatMap((text) => readRange(text) ?? [])
  const isNamed = (language: Language) => ranges.some(({ primary }) => primary === language)
  let chosen: { language: Language; weight: number } = { language: languages[0], weight: 0 }
  for (const { primary, weight } of ranges) {
    const language = languages.find((one) => (primary === '*' ? !isNamed(one) : one === primary))
    if (language !== undefined && weight > chosen.weight) chosen = { language, weight }
  }
  return chosen.language
}

const rangePattern = /^\s*([a-z]{1,8}|\*)(?:-[a-z0-9]{1,8})*\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i

function readRange(text: string): { primary: string; weight: number } | null {
  const [, primary, weight = '1'] = rangePattern.exec(text) ?? []
  return primary === undefined ? null : { primary: primary.toLowerCase(), weight: Number(weight) }
}
