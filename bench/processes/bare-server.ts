import { once } from 'node:events'
import { fdatasync, openSync, write } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serveCommands, setupOf } from './remote.ts'

/**
 * What durable ingest costs in Node at the least: a bare HTTP server that reads JSON, appends the bytes it got to a file
 * and answers when they are durable. Requests that come meanwhile share the next write and sync.
 */
export const bareServerCommands = {
  async address(): Promise<string> {
    if (!server.listening) await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  },
}

const setup = setupOf<{ directory: string }>()
const file = openSync(join(setup.directory, 'bodies'), 'a')
const writeFile = promisify(write)
const syncFile = promisify(fdatasync)
let waiting: { body: Buffer; done: () => void }[] = []
let isCommitting = false

async function commit(): Promise<void> {
  isCommitting = true
  await new Promise((resolve) => setImmediate(resolve))
  while (waiting.length > 0) {
    const group = waiting
    waiting = []
    await writeFile(file, Buffer.concat(group.map(({ body }) => body)))
    await syncFile(file)
    for (const { done } of group) done()
    await new Promise((resolve) => setImmediate(resolve))
  }
  isCommitting = false
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const events: unknown = JSON.parse(body.toString('utf8'))
    const accepted = Array.isArray(events) ? events.length : 1
    const done = () => response.end(`{"accepted":${accepted},"duplicates":0,"rejected":[]}`)
    waiting.push({ body, done })
    if (!isCommitting) void commit()
  })
})
server.listen(0, '127.0.0.1')

serveCommands(bareServerCommands)
