import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'

const webDirectory = mkdtempSync(join(tmpdir(), 'parley-web-'))
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ webDirectory })
  mkdirSync(join(webDirectory, 'assets'))
  writeFileSync(join(webDirectory, 'index.html'), '<!doctype html><title>Parley</title>')
  writeFileSync(join(webDirectory, 'favicon.svg'), '<svg/>')
  writeFileSync(join(webDirectory, 'tag.js'), '(()=>{})()')
  writeFileSync(join(webDirectory, 'assets/app-1a2b.js'), 'x'.repeat(3000))
})
afterAll(async () => {
  await server.close()
  rmSync(webDirectory, { recursive: true, force: true })
})

const html = { accept: 'text/html,application/xhtml+xml' }

test.each([
  ['/', {}],
  ['/welcome/abc', {}],
  ['/dashboards/chats?range=last_week', html],
  ['/conversations/c.1', html],
])('%s is a page of the app, looked for again each time', async (url, headers) => {
  const response = await server.send({ method: 'GET', url, headers })
  expect(response.statusCode).toBe(200)
  expect(response.headers).toMatchObject({
    'content-type': expect.stringMatching('text/html'),
    'cache-control': 'no-cache',
  })
  expect(response.body).toContain('<title>Parley</title>')
})

test('a file with its hash in its name is kept for ever, and compressed', async () => {
  const response = await server.send({
    method: 'GET',
    url: '/assets/app-1a2b.js',
    headers: { 'accept-encoding': 'br' },
  })
  expect(response.headers).toMatchObject({
    'content-type': expect.stringMatching('javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  })
  expect((await server.send({ method: 'GET', url: '/favicon.svg' })).headers['cache-control']).toBe('no-cache')
})

test('every site may load the tag, which its visitors keep for an hour', async () => {
  const response = await server.send({ method: 'GET', url: '/tag.js' })
  expect(response.headers).toMatchObject({
    'content-type': expect.stringMatching('javascript'),
    'cache-control': 'public, max-age=3600',
    'cross-origin-resource-policy': 'cross-origin',
  })
  const app = await server.send({ method: 'GET', url: '/favicon.svg' })
  expect(app.headers['cross-origin-resource-policy']).toBe('same-origin')
})

test.each([
  ['GET', '/assets/app-gone.js', html],
  ['GET', '/robots.txt', {}],
  ['GET', '/v1', html],
  ['GET', '/v1/nothing', html],
  ['GET', '/../package.json', {}],
  ['GET', '/%2e%2e/package.json', {}],
  ['POST', '/dashboards', html],
] as const)('%s %s is not there', async (method, url, headers) => {
  const response = await server.send({ method, url, headers })
  expect(response.statusCode).toBeGreaterThanOrEqual(400)
  expect(response.headers['content-type']).toMatch('application/problem+json')
})

test('an app that is not built says what to do', async () => {
  const other = await startTestServer({ webDirectory: join(webDirectory, 'nowhere') })
  for (const url of ['/', '/welcome/abc']) {
    const response = await other.send({ method: 'GET', url, headers: html })
    expect(response.json()).toMatchObject({ status: 404, code: 'app_not_built' })
  }
  await other.close()
})
