import { fork } from 'node:child_process'
import { once } from 'node:events'
import { serverEnvironment } from '../../tools/launch/environment.mjs'

/** What a process can be asked to do, by name. Inputs and answers travel as JSON. */
export type Commands = { readonly [name: string]: (input: never) => unknown }

/** A process of the benchmark, with commands to call. It ends with the process that started it, however that ends. */
export type Remote<C extends Commands> = {
  readonly pid: number
  /** Rejects with the error's text when the command fails or the process ends. */
  call<Name extends keyof C & string>(name: Name, ...input: Parameters<C[Name]>): Promise<Awaited<ReturnType<C[Name]>>>
  /** Lets it end in order. */
  stop(): Promise<void>
}

type Question = { readonly call: number; readonly name: string; readonly input: unknown }
type Reply = { readonly call: number } & ({ readonly answer: unknown } | { readonly error: string })

/** Starts a module that calls {@link serveCommands}. `setup` is its `process.argv[2]`, as JSON. */
export function startRemote<C extends Commands>(
  module: URL,
  setup: unknown,
  nodeOptions: readonly string[] = [],
): Remote<C> {
  const child = fork(module, [JSON.stringify(setup)], {
    env: serverEnvironment(process.execPath),
    execArgv: [...nodeOptions],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  const exited = once(child, 'exit').then(([code, signal]) => {
    for (const { reject } of waiting.values()) reject(new Error(`${module.pathname} ended with ${code ?? signal}.`))
    waiting.clear()
    isOver = true
  })
  let isOver = false
  let calls = 0
  child.on('message', (reply: Reply) => {
    const caller = waiting.get(reply.call)
    waiting.delete(reply.call)
    if ('error' in reply) caller?.reject(new Error(reply.error))
    else caller?.resolve(reply.answer as never)
  })
  return {
    pid: child.pid ?? 0,
    call(name, ...[input]) {
      if (isOver) return Promise.reject(new Error(`${module.pathname} has ended.`))
      calls += 1
      const question: Question = { call: calls, name, input }
      return new Promise((resolve, reject) => {
        waiting.set(question.call, { resolve, reject })
        child.send(question)
      })
    },
    async stop() {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}

/** Answers calls until the process that started this one lets go of it; then does `end` and exits. */
export function serveCommands(commands: Commands, end: () => Promise<unknown> = async () => {}): void {
  process.on('message', async ({ call, name, input }: Question) => {
    const reply = async (): Promise<Reply> => {
      try {
        return { call, answer: await commands[name]?.(input as never) }
      } catch (error) {
        return { call, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
      }
    }
    const message = await reply()
    if (process.connected) process.send?.(message)
  })
  process.once('disconnect', () => end().then(() => process.exit(0)))
  // Ctrl-C goes to every process of the terminal: the first one lets go of the others.
  process.on('SIGINT', () => {})
}

/** What {@link startRemote} was given as `setup`. */
export function setupOf<T>(): T {
  return JSON.parse(process.argv[2] ?? 'null') as T
}
