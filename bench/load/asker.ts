import { type Asked, askedPaths } from '../panel-questions.ts'
import { type Connection, openConnection } from './connection.ts'

/** Asks what panels ask, one question at a time. */
export type Asker = {
  /** Waits for the answer; throws what the server says when it is none. */
  ask(asked: Asked): Promise<void>
  close(): void
}

export async function openAsker(address: string, key: string): Promise<Asker> {
  const open = async (path: Asked['path']) =>
    [path, await openConnection(address, path, 'application/json', key)] as const
  const lines = new Map<Asked['path'], Connection>(await Promise.all(askedPaths.map(open)))
  return {
    async ask(asked) {
      const answer = await lines.get(asked.path)?.post(Buffer.from(JSON.stringify(asked.body)))
      if (answer?.status !== 200)
        throw new Error(`${JSON.stringify(asked)}: ${answer?.status}: ${answer?.text.slice(0, 500)}`)
    },
    close() {
      for (const connection of lines.values()) connection.close()
    },
  }
}
