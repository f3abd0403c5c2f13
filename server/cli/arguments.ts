import { nearestName } from '@parley/core/errors/nearest-name.ts'
import type { ArgDef } from 'citty'
import { type Command, usageError } from './command.ts'

/**
 * Refuses what the parser would let pass in silence: an option nobody knows, an option without its value, an argument
 * too many. Throws `usage`.
 */
export function checkArguments(given: readonly string[], { args, takesMore }: Command, words: string): void {
  const options = new Map<string, ArgDef>()
  for (const [name, definition] of Object.entries(args)) {
    if (definition.type === 'positional') continue
    options.set(`--${name}`, definition)
    if (definition.type === 'boolean') options.set(`--no-${name}`, definition)
    for (const alias of 'alias' in definition ? [definition.alias ?? []].flat() : [])
      options.set(`-${alias}`, definition)
  }
  const places = Object.values(args).filter((definition) => definition.type === 'positional').length
  let arguments_ = 0
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? ''
    if (word === '--') {
      arguments_ += given.length - index - 1
      break
    }
    if (!word.startsWith('-') || word === '-') {
      arguments_ += 1
      continue
    }
    const [name = '', value] = word.split(/=(.*)/s)
    const definition = options.get(name)
    if (!definition) throw unknownOption(name, [...options.keys()], words)
    if (definition.type === 'boolean') continue
    if (value === undefined) index += 1
    if (!(value ?? given[index])) throw usageError(`${name} needs a value. \`parley ${words} --help\` says which.`)
  }
  if (arguments_ > places && !takesMore) {
    throw usageError(
      `\`parley ${words}\` takes ${places || 'no'} argument${places === 1 ? '' : 's'}; there are ${arguments_}.`,
    )
  }
}

function unknownOption(name: string, known: readonly string[], words: string) {
  const nearest = nearestName(name, known)
  const wayOut = nearest ? `Did you mean ${nearest}?` : `\`parley ${words} --help\` lists its options.`
  return usageError(`\`parley ${words}\` has no option ${name}. ${wayOut}`)
}
