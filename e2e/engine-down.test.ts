import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hasChromium, launchBrowser, openPage } from './browser/chromium.ts'
import { type Client, createClient } from './client.ts'
import { message } from './events.ts'
import { createOrganization, startServer, temporaryDirectory } from './server.ts'
import { settled } from './settled.ts'
import { until } from './until.ts'

/** What keeps the engine from starting on a data directory, and how that ends. */
type Obstacle = { put(directory: string): Promise<{ takeAway(): Promise<void> }> }

const obstacles: Record<string, Obstacle> = {
  'a file lies in the place of its directory': {
    async put(directory) {
      const engine = join(directory, 'engine')
      writeFileSync(engine, 'no directory')
      return { takeAway: async () => rmSync(engine) }
    },
  },
  'another server holds its directory': {
    async put(directory) {
      // Another data directory, and so no lock in the way, that leads to the same engine.
      const other = temporaryDirectory()
      mkdirSync(join(directory, 'engine'))
      symlinkSync(join(directory, 'engine'), join(other, 'engine'))
      const holder = await startServer(other)
      await holder.ready()
      return { takeAway: async () => void (await holder.stop()) }
    },
  },
}

test.each(Object.keys(obstacles))(
  'while %s events are taken, questions are put off, and all is made up for later',
  async (name) => {
    const directory = temporaryDirectory()
    const { key } = await createOrganization(directory)
    const obstacle = await obstacles[name]?.put(directory)
    const server = await startServer(directory, { PARLEY_LOG_LEVEL: 'fatal' })
    const client = createClient(server.address, key)
    await until('it is told why the engine does not start', async () =>
      (await client.send('GET', '/readyz')).text.includes('cannot start'),
    )

    expect(await client.post([message('m-1'), message('m-2', { from: 'agent' })])).toEqual(taken(2, 0))
    expect(await client.post([message('m-1')])).toEqual(taken(1, 1))
    expect(await client.post([])).toEqual(taken(0, 0))
    for (const [method, path, body] of questions) {
      const answer = await client.send(method, path, { body })
      expect({ path, ...answer }).toMatchObject({
        path,
        status: 503,
        json: {
          code: 'engine_unavailable',
          detail: expect.stringMatching(/^The event engine cannot start: .+Events are taken/),
        },
      })
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    const anybody = createClient(server.address, null)
    expect(await anybody.send('GET', '/healthz')).toMatchObject({ status: 200 })
    expect(await anybody.send('GET', '/readyz')).toMatchObject({
      status: 503,
      json: { code: 'not_ready', problems: [{ message: expect.stringMatching(/^The event engine cannot start: .+/) }] },
    })
    expect(await client.send('GET', '/v1/metrics')).toMatchObject({ status: 200 })

    await obstacle?.takeAway()
    await server.ready()
    await expectBoth(client)
    const { code } = await server.stop()
    expect(code).toBe(0)
  },
)

test.skipIf(!hasChromium)(
  'a reader is told within three seconds, and gets the numbers when the engine is back (skipped where there is no Chromium)',
  async () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'engine'), 'no directory')
    const server = await startServer(directory, { PARLEY_LOG_LEVEL: 'fatal' })
    const browser = await launchBrowser()
    onTestFinished(async () => {
      await browser.close()
      await server.stop()
    })
    const { page } = await openPage(browser)
    const { owner_link: link } = JSON.parse(server.process.stdout()) as { owner_link: string }
    await page.goto(link)
    await page.getByLabel('Your name').fill('Ada Jansen')
    await page.getByLabel('Your e-mail').fill('ada@example.org')
    await page.getByLabel('Your organization').fill('Velo')
    await page.getByRole('button', { name: /start/i }).click()
    await page.waitForURL(/\/dashboards\/performance/)

    for (const path of ['/dashboards/performance', '/live']) {
      await page.goto(`${server.address}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByText('Parley cannot answer this now').first().waitFor({ timeout: 3_000 })
      expect(await page.getByText('Still working').count()).toBe(0)
    }

    rmSync(join(directory, 'engine'))
    await page.getByText('Open sessions').waitFor()
    expect(await page.getByText('Parley cannot answer this now').count()).toBe(0)
  },
)

const range = { from: '2025-03-01', to: '2025-04-01' }
const questions = [
  ['POST', '/v1/query', { metrics: ['chats'], range }],
  ['POST', '/v1/records', { metric: 'chats', range }],
  ['GET', '/v1/conversations/c-1', undefined],
  ['GET', '/v1/dimensions/agent/values', undefined],
] as const

function taken(accepted: number, duplicates: number) {
  return { accepted, duplicates, rejected: [] }
}

async function expectBoth(client: Client): Promise<void> {
  await settled(client)
  const { totals } = await client.query({ metrics: ['messages', 'chats'], range })
  expect(totals).toEqual({ messages: 2, chats: 1 })
}
