import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerBadHttp } from './bad-http.ts'

const server = createServer({ requestTimeout: 50, connectionsCheckingInterval: 25 }, (_request, response) => {
  response.end('fine')
})
server.on('clientError', answerBadHttp)

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

it.each([
  ['no HTTP', 'hello\r\n\r\n', 400, 'bad_http'],
  ['a header that is none', 'GET / HTTP/1.1\r\nHost x\r\n\r\n', 400, 'bad_http'],
  ['very long headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
  ['half a request', 'GET / HTTP/1.1\r\nHost: x\r\n', 408, 'request_too_slow'],
])('answers %s with a problem and hangs up', async (_name, request, status, code) => {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.write(request)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*\\r\\nContent-Type: application/problem\\+json`))
  expect(JSON.parse(body)).toMatchObject({
    type: `urn:parley:problem:${code}`,
    status,
    code,
    detail: expect.any(String),
  })
})
