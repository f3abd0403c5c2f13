/**
 * The shape of the texts in a language with its own forms of plural: every key of English, and for each plural the forms
 * that language has (`count_one`, `count_few` …). A forgotten text or form does not compile.
 */
type WithPlurals<Texts, Form extends string> = {
  [Key in keyof Texts as Key extends `${infer Stem}_other`
    ? `${Stem}_one` extends keyof Texts
      ? `${Stem}_${Form}`
      : Key
    : Key extends `${infer Stem}_one`
      ? `${Stem}_other` extends keyof Texts
        ? never
        : Key
      : Key]: Texts[Key] extends string ? string : WithPlurals<Texts[Key], Form>
}

export type Dutch<Texts> = WithPlurals<Texts, 'one' | 'other'>
export type Russian<Texts> = WithPlurals<Texts, 'one' | 'few' | 'many' | 'other'>
