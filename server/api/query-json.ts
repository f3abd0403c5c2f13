import { AppError } from '@parley/core/errors/app-error.ts'

/** JSON of the query string. `what` begins the sentence that says what is none. Error: `unreadable_question` (400). */
export function readJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError(
      'unreadable_question',
      400,
      `${what} is not JSON. Write what the reference says, percent-encoded.`,
      {
        cause,
      },
    )
  }
}
