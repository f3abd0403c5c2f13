import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** A command of Parley as a process of its own, with what it has printed so far. */
export type ParleyProcess = {
  readonly pid: number
  stdout(): string
  stderr(): string
  /** True until it has ended. */
  isRunning(): boolean
  signal(name: NodeJS.Signals): void
  readonly ended: Promise<Ended>
}

export type Ended = {
  /** The exit code, or null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Environment variables over those of this process; undefined takes one away. */
export type Settings = Readonly<Record<string, string | undefined>>

const main = join(import.meta.dirname, '../server/cli/main.ts')

const living = new Set<ChildProcess>()
// A test that is given up must leave nothing behind.
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/**
 * Starts `parley ARGV`. Its environment has no `PARLEY_*` but the given settings: neither the runner of the tests nor the
 * shell around it may decide what is tested.
 */
export function startProcess(argv: readonly string[], settings: Settings, input: string | null = null): ParleyProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...argv], {
    env: environment(settings),
    stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  living.add(child)
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text
    })
  }
  child.stdin?.on('error', () => {
    // It ended before it read everything; how it ended says why.
  })
  child.stdin?.end(input)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      living.delete(child)
      resolve({ code, signal, ...printed })
    })
  })
  return {
    pid: child.pid ?? 0,
    stdout: () => printed.stdout,
    stderr: () => printed.stderr,
    isRunning: () => living.has(child),
    signal: (name) => void child.kill(name),
    ended,
  }
}

/** Runs `parley ARGV` to its end. */
export function parley(argv: readonly string[], settings: Settings, input: string | null = null): Promise<Ended> {
  return startProcess(argv, settings, input).ended
}

/** Runs `parley ARGV --json`, which has to go well, and gives what it answered. */
export async function parleyJson<Answer>(argv: readonly string[], settings: Settings): Promise<Answer> {
  const { code, stdout, stderr } = await parley([...argv, '--json'], settings)
  if (code !== 0) throw new Error(`parley ${argv.join(' ')} ended with ${code}: ${stdout}${stderr}`)
  return JSON.parse(stdout) as Answer
}

/** Whether this version has a command, such as `import`. */
export async function hasCommand(words: string): Promise<boolean> {
  const { stdout } = await parley(['--help'], {})
  return new RegExp(`^ *(parley )?${words}\\b`, 'm').test(stdout)
}

function environment(settings: Settings): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PARLEY_|VITEST|NODE_OPTIONS$)/.test(name))
  return { ...Object.fromEntries(inherited), UV_THREADPOOL_SIZE: '16', ...settings }
}
