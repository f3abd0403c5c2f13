import type { Language, Manners } from '../talk.ts'
import { english } from './en.ts'
import { dutch } from './nl.ts'
import { russian } from './ru.ts'

export const manners: Readonly<Record<Language, Manners>> = { en: english, nl: dutch, ru: russian }
