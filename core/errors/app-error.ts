/** One thing that is wrong with an input: which place, which rule, which way out. */
export type Problem = {
  /** A stable word for programs. */
  readonly code: string
  /** For people: names the thing, the rule and the way out. */
  readonly message: string
  /** JSON pointer to the offending value, where there is one. */
  readonly pointer?: string
}

/**
 * The one error that crosses boundaries. `code` is stable and documented; `status` is the HTTP status it becomes;
 * `problems` lists everything wrong with an input, not just the first. Never logged and thrown.
 */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly problems: readonly Problem[]
  /** After how many seconds trying again makes sense; becomes `Retry-After`. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: string,
    status: number,
    message: string,
    options: { problems?: readonly Problem[]; cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.status = status
    this.problems = options.problems ?? []
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
