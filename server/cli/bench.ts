import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { AppError } from '@parley/core/errors/app-error.ts'
import { command, usageError } from './command.ts'

/** The bench is run, not imported: the server knows no more of it than where it is. */
const bench = join(import.meta.dirname, '../../bench/main.ts')

const stopSignals = ['SIGINT', 'SIGTERM'] as const

const args = {
  only: {
    type: 'string',
    valueHint: 'names',
    description: 'Only these: ingest, rebuild, queries, disk, start; by commas.',
  },
  quick: { type: 'boolean', description: 'Small and short: to see that it works, not to quote.' },
  out: {
    type: 'string',
    valueHint: 'file',
    description: 'Where the figures are kept; bench/results/DATE.json if absent.',
  },
  data: { type: 'string', valueHint: 'directory', description: 'Where prepared data is kept for the next time.' },
  profile: { type: 'string', valueHint: 'directory', description: 'Take CPU profiles of the server under ingest.' },
} as const

export const benchCommand = command({
  description:
    'Measure how fast this version is on this machine, each figure beside a reference. Uses temporary data only, and takes about an hour; see bench/README.md.',
  args,
  run: async (given, { isJson }) => {
    const options = Object.keys(args).flatMap((name) => {
      const value = given[name as keyof typeof args]
      if (typeof value === 'string') return [`--${name}=${value}`]
      return value === true ? [`--${name}`] : []
    })
    const child = spawn(process.execPath, [bench, ...options, ...(isJson ? ['--json'] : [])], { stdio: 'inherit' })
    const handOn = (signal: NodeJS.Signals) => child.kill(signal)
    for (const signal of stopSignals) process.on(signal, handOn)
    const [code] = await once(child, 'exit')
    for (const signal of stopSignals) process.off(signal, handOn)
    if (code === 2) throw usageError('The bench does not know one of these options; the reason is above.')
    if (code !== 0) throw new AppError('bench_failed', 500, 'The bench did not come to its end; the reason is above.')
    return null
  },
})
