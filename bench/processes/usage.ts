import { readFileSync } from 'node:fs'

/** What a process has used so far, as Linux tells it; null elsewhere. */
export type Usage = { readonly cpuSeconds: number; readonly residentBytes: number; readonly peakBytes: number }

// Linux counts CPU time in hundredths of a second on every machine Node runs on.
const ticksPerSecond = 100

export function usageOf(pid: number): Usage | null {
  try {
    // Fields are counted behind the process name, which may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
      residentBytes: kibibytes('VmRSS') * 1024,
      peakBytes: kibibytes('VmHWM') * 1024,
    }
  } catch {
    // No /proc here, or the process is gone: both mean that nothing is known.
    return null
  }
}

export function mebibytes(bytes: number | undefined): number | null {
  return bytes === undefined ? null : Math.round(bytes / 1024 / 1024)
}
