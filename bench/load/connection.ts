import { once } from 'node:events'
import { createConnection } from 'node:net'

/** A keep-alive connection that sends one POST at a time, as cheaply as Node can. */
export type Connection = {
  /** Sends a body to a path and waits for the answer. */
  post(path: string, body: Buffer): Promise<{ readonly status: number; readonly text: string }>
  close(): void
}

export async function openConnection(address: string, contentType: string, key: string): Promise<Connection> {
  const { hostname, port } = new URL(address)
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  const headOf = (path: string) =>
    `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${key}\r\ncontent-type: ${contentType}\r\ncontent-length: `
  let received = ''
  let answer: { resolve: (answer: { status: number; text: string }) => void; reject: (error: Error) => void } | null =
    null
  const fail = (error: Error) => answer?.reject(error)
  socket.setEncoding('latin1')
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('The server closed the connection.')))
  socket.on('data', (part: string) => {
    received += part
    const headEnd = received.indexOf('\r\n\r\n')
    if (headEnd === -1) return
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(received)?.[1] ?? 0)
    if (received.length < headEnd + 4 + length) return
    const done = { status: Number(received.slice(9, 12)), text: received.slice(headEnd + 4) }
    received = ''
    answer?.resolve(done)
  })
  return {
    post(path, body) {
      return new Promise((resolve, reject) => {
        if (socket.destroyed) reject(new Error('The server had closed the connection.'))
        answer = { resolve, reject }
        socket.cork()
        socket.write(`${headOf(path)}${body.length}\r\n\r\n`, 'latin1')
        socket.write(body)
        socket.uncork()
      })
    },
    close: () => socket.destroy(),
  }
}
