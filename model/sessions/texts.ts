import { chatsTexts } from './texts/chats.ts'
import { handlingTexts } from './texts/handling.ts'
import { nowTexts } from './texts/now.ts'
import { outcomesTexts } from './texts/outcomes.ts'

/** Sessions have so many numbers that their texts are in `texts/`, by what they are about. */
export const sessionTexts = { ...chatsTexts, ...handlingTexts, ...outcomesTexts, ...nowTexts }
