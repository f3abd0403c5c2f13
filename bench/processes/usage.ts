import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a process has used so far, as Linux tells it; null elsewhere. */
export type Usage = {
  readonly cpuSeconds: number
  /** Of them, in the main thread: where JavaScript runs. */
  readonly mainThreadCpuSeconds: number
  readonly residentBytes: number
  readonly peakBytes: number
}

// Linux counts CPU time in hundredths of a second on every machine Node runs on.
const ticksPerSecond = 100

export function usageOf(pid: number): Usage | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
    return {
      cpuSeconds: cpuSecondsOf(`/proc/${pid}/stat`),
      mainThreadCpuSeconds: cpuSecondsOf(`/proc/${pid}/task/${pid}/stat`),
      residentBytes: kibibytes('VmRSS') * 1024,
      peakBytes: kibibytes('VmHWM') * 1024,
    }
  } catch {
    // No /proc here, or the process is gone: both mean that nothing is known.
    return null
  }
}

function cpuSecondsOf(file: string): number {
  // Fields are counted behind the name, which may hold blanks.
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

export function mebibytes(bytes: number | undefined): number | null {
  return bytes === undefined ? null : Math.round(bytes / 1024 / 1024)
}

const restMs = 500

/** Waits until a process does next to nothing: a server that has just started still looks through what it holds. */
export async function atRest(pid: number): Promise<void> {
  for (;;) {
    const before = usageOf(pid)
    await sleep(restMs)
    const after = usageOf(pid)
    if (before === null || after === null || after.cpuSeconds - before.cpuSeconds < restMs / 10_000) return
  }
}
