import type { Asked } from '../panel-questions.ts'
import { openConnection } from './connection.ts'

/** Asks what panels ask, one question at a time. */
export type Asker = {
  /** Waits for the answer; throws what the server says when it is none. */
  ask(asked: Asked): Promise<void>
  close(): void
}

export async function openAsker(address: string, key: string): Promise<Asker> {
  const connection = await openConnection(address, 'application/json', key)
  return {
    async ask(asked) {
      const answer = await connection.post(asked.path, Buffer.from(JSON.stringify(asked.body)))
      if (answer.status !== 200)
        throw new Error(`${JSON.stringify(asked)}: ${answer.status}: ${answer.text.slice(0, 500)}`)
    },
    close: connection.close,
  }
}
