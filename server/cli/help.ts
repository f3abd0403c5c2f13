import { renderUsage } from 'citty'
import { commands, type Entry } from './commands.ts'

const everywhere = {
  json: { type: 'boolean', description: 'Print one JSON document on standard output and nothing else.' },
  help: { type: 'boolean', description: 'Print this.' },
} as const

const parent = { meta: { name: 'parley' } }

/** The help of one command. */
export async function commandHelp(entry: Entry): Promise<string> {
  const { description, args } = await entry.load()
  const help = await renderUsage({ meta: { name: entry.words, description }, args: { ...args, ...everywhere } }, parent)
  return help.replaceAll(/ +$/gm, '')
}

/** The commands that begin with these words, or all of them. */
export function overview(words: readonly string[]): string {
  const group = commands.filter((entry) => entry.words.startsWith(words.join(' ')))
  const shown = group.length > 0 ? group : commands
  const width = Math.max(...shown.map((entry) => entry.words.length))
  return [
    'Parley: self-hosted analytics for conversations.',
    '',
    'Usage: parley COMMAND [OPTIONS]',
    '',
    ...shown.map((entry) => `  ${entry.words.padEnd(width)}  ${entry.summary}`),
    '',
    '`parley COMMAND --help` says more. Every command knows --json: one JSON document on standard output.',
    'Exit codes: 0 it went well, 1 it failed, 2 the command line is wrong.',
    'It is configured by environment variables PARLEY_*: docs/reference/configuration.md.',
  ].join('\n')
}
