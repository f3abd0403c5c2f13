import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Table } from './measurement.ts'

type Profile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const rows = 15
const root = new URL('../', import.meta.url)

/** The functions in which the main thread itself spent most time, from a `.cpuprofile`. */
export function busiestFunctions(title: string, file: string): Table {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const spent = new Map<string, number>()
  samples.forEach((id, index) => {
    const name = names.get(id) ?? '?'
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000)
  })
  const idle = spent.get('(idle)') ?? 0
  spent.delete('(idle)')
  // Beginning to profile takes a while itself.
  spent.delete(names.get(nodes.find(({ callFrame }) => callFrame.url === 'node:inspector')?.id ?? -1) ?? '')
  const busy = [...spent.values()].reduce((total, ms) => total + ms, 0)
  const busiest = [...spent].sort((a, b) => b[1] - a[1]).slice(0, rows)
  return {
    title: `Main thread, ${title}`,
    columns: ['function', 'self ms', '% of busy'],
    rows: busiest.map(([name, ms]) => [name, ms, (100 * ms) / busy]),
    notes: [`Busy ${Math.round(busy)} ms, idle ${Math.round(idle)} ms. Profile: ${file}`],
  }
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName || '(native)'
  const place = url.startsWith('file:') ? relative(fileURLToPath(root), fileURLToPath(url)) : url
  return `${functionName || '(anonymous)'} ${place}:${lineNumber + 1}`
}
