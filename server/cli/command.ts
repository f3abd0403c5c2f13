import type { Readable, Writable } from 'node:stream'
import { AppError } from '@parley/core/errors/app-error.ts'
import type { ArgsDef, ParsedArgs } from 'citty'
import type { Config } from '../config.ts'
import type { Progress } from './progress.ts'

/** What a command has to say: for programs (`--json`: exactly one document) and for people. */
export type Answer = {
  readonly json: unknown
  /** Lines without the last line feed. */
  readonly text: string
  /** 0 when absent: it went well. 1 says that it found a failure, though the command itself worked. */
  readonly exitCode?: 0 | 1
}

/** What a command gets beside its arguments. */
export type Surroundings = {
  /** Reads the environment; throws `invalid_configuration` or `not_supported_yet`. */
  readonly config: () => Config
  readonly env: NodeJS.ProcessEnv
  readonly isJson: boolean
  /** Prints an answer before the end, for a command that goes on. With `--json` once only, like any answer. */
  readonly print: (answer: Answer) => void
  /** Prints a line for people who watch, on standard error: progress, advice. */
  readonly say: (line: string) => void
  /** Shows how far long work is, on a terminal; elsewhere it shows nothing. */
  readonly progress: () => Progress
  /** What is piped in. Asked for only by commands that read it. */
  readonly stdin: () => Readable
  /** For what is no answer but the data itself, such as an export. Never beside an answer. */
  readonly stdout: Writable
}

export type Command<A extends ArgsDef = ArgsDef> = {
  readonly description: string
  readonly args: A
  /** Takes any number of arguments beyond the declared ones, in `args._`. */
  readonly takesMore?: boolean
  /** Its answer, or null when everything has been printed. */
  run(args: ParsedArgs<A>, surroundings: Surroundings): Promise<Answer | null>
}

/** A command with its arguments' types worked out from their declaration. */
export function command<const A extends ArgsDef>(definition: Command<A>): Command {
  // The arguments were parsed by this very declaration.
  return { ...definition, run: (args, surroundings) => definition.run(args as ParsedArgs<A>, surroundings) }
}

/** Something is wrong with the command line itself: exit code 2. */
export function usageError(message: string): AppError {
  return new AppError('usage', 400, message)
}
