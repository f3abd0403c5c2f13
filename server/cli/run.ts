import { Readable, type Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { AppError } from '@parley/core/errors/app-error.ts'
import { nearestName } from '@parley/core/errors/nearest-name.ts'
import { parseArgs } from 'citty'
import { readConfig } from '../config.ts'
import server from '../package.json' with { type: 'json' }
import { checkArguments } from './arguments.ts'
import { type Answer, type Surroundings, usageError } from './command.ts'
import { commands, type Entry } from './commands.ts'
import { commandHelp, overview } from './help.ts'
import { createProgress } from './progress.ts'

/** The outside of the command line. */
export type Terminal = {
  readonly env: NodeJS.ProcessEnv
  readonly stdin?: () => Readable
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

/**
 * Runs one command line and gives its exit code: 0 it went well, 1 it failed, 2 the command line itself is wrong.
 * `--json` and `--help` work with every command. With `--json` standard output is one JSON document and nothing else,
 * `{"error":{"code","message","problems"}}` when it failed.
 */
export async function run(argv: readonly string[], { env, stdin, stdout, stderr }: Terminal): Promise<number> {
  const { isJson, isHelp, isVersion, rest } = takeCommonFlags(argv)
  const write = (stream: Terminal['stdout'], text: string) =>
    stream.write(`${stream.isTTY ? text : stripVTControlCharacters(text)}\n`)
  const print = ({ json, text }: Answer) => write(stdout, isJson ? JSON.stringify(json) : text)
  try {
    if (isVersion) {
      print({ json: { version: server.version }, text: server.version })
      return 0
    }
    const { entry, words } = findEntry(rest)
    if (isHelp || rest.length === 0) {
      const help = entry ? await commandHelp(entry) : overview(words)
      write(isHelp ? stdout : stderr, help)
      return isHelp ? 0 : 2
    }
    if (!entry) throw unknownCommand(words)
    const command = await entry.load()
    const given = rest.slice(entry.words.split(' ').length)
    checkArguments(given, command, entry.words)
    const surroundings: Surroundings = {
      env,
      isJson,
      config: () => readConfig(env),
      print,
      say: (line) => void write(stderr, line),
      progress: () => createProgress(stderr),
      stdin: stdin ?? (() => Readable.from([])),
      stdout,
    }
    const answer = await command.run(parseArgs(given, command.args), surroundings)
    if (answer) print(answer)
    return answer?.exitCode ?? 0
  } catch (error) {
    const { code, message, problems } = toAppError(error)
    if (isJson) write(stdout, JSON.stringify({ error: { code, message, problems } }))
    else write(stderr, [`${message} (${code})`, ...problems.map((problem) => `  - ${problem.message}`)].join('\n'))
    return code === 'usage' || code === 'invalid_request' ? 2 : 1
  }
}

function takeCommonFlags(argv: readonly string[]) {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  const has = (...names: string[]) => options.some((option) => names.includes(option))
  return {
    isJson: has('--json'),
    isHelp: has('--help', '-h'),
    isVersion: argv.length === 1 && has('--version'),
    rest: [...options.filter((option) => !['--json', '--help', '-h'].includes(option)), ...argv.slice(options.length)],
  }
}

/** The command whose words the line begins with, the longest first, and the words it begins with in any case. */
function findEntry(rest: readonly string[]): { entry: Entry | undefined; words: string[] } {
  const firstFlag = rest.findIndex((word) => word.startsWith('-'))
  const words = rest.slice(0, firstFlag < 0 ? rest.length : firstFlag)
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const entry = commands.find((candidate) => candidate.words === name)
    if (entry) return { entry, words }
  }
  return { entry: undefined, words }
}

function unknownCommand(words: readonly string[]): AppError {
  const group = commands.filter((entry) => entry.words.startsWith(`${words[0]} `))
  if (words.length === 1 && group.length > 0) {
    return usageError(`\`parley ${words[0]}\` needs one word more: ${group.map((entry) => entry.words).join(', ')}.`)
  }
  const name = words.slice(0, 2).join(' ')
  const names = commands.map((entry) => entry.words)
  const nearest = nearestName(name, names) ?? nearestName(words[0] ?? '', names)
  const wayOut = nearest ? `Did you mean \`parley ${nearest}\`?` : '`parley --help` lists the commands.'
  return usageError(`There is no command \`parley ${name}\`. ${wayOut}`)
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof Error && error.name === 'CLIError')
    return usageError(`${stripVTControlCharacters(error.message).replace(/\.$/, '')}.`)
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new AppError('internal_error', 500, message, { cause: error })
}
