import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, hasChromium, type Look, launchBrowser, openPage, type Watched } from './browser/chromium.ts'
import { monthOfConversations } from './browser/conversations.ts'
import { type Client, createClient } from './client.ts'
import { createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { until } from './until.ts'

const dashboards = ['chats_overview', 'chats_distribution']
const range = 'range=month_to_date'

describe.skipIf(!hasChromium)('the app in a browser (skipped where there is no Chromium)', () => {
  let server: Server
  let browser: Browser
  let client: Client
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>
  const directory = newDirectory()

  beforeAll(async () => {
    server = await startServer(directory)
    await server.ready()
    const { key } = await createOrganization(directory, { name: 'Velo', timeZone: 'Europe/Amsterdam' })
    client = createClient(server.address, key)
    await client.post(monthOfConversations(Date.now() - 60_000))
    await until(
      'the conversations are counted',
      async () => (await client.query({ metrics: ['messages'] })).totals.messages !== 0,
    )
    browser = await launchBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    removeDirectory(directory)
  })

  async function open(path: string, look: Look = {}): Promise<Watched> {
    const watched = await openPage(browser, look, signedIn)
    await watched.page.goto(`${server.address}${path}`)
    await watched.page.waitForLoadState('networkidle')
    return watched
  }

  it('makes the one who opens the one-time link the owner, and shows the first dashboard', async () => {
    const { owner_link: link } = JSON.parse(server.process.stdout()) as { owner_link: string }
    const { page, complaints, close } = await openPage(browser)
    await page.goto(link)
    await page.getByLabel('Your name').fill('Ada Jansen')
    await page.getByLabel('Your e-mail').fill('ada@example.org')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: /start/i }).click()
    await page.waitForURL(/\/dashboards\/chats_overview/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    signedIn = await page.context().storageState()
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('sends away who is not signed in, in words', async () => {
    const { page, close } = await openPage(browser)
    await page.goto(`${server.address}/dashboards/chats_overview`)
    await page.waitForURL(/signed-out/)
    expect(await page.getByRole('heading').first().textContent()).not.toBe('')
    await close()
  }, 180_000)

  it.each(
    dashboards.flatMap((id) =>
      (['en', 'nl', 'ru'] as const).flatMap((language) =>
        (['light', 'dark'] as const).map((scheme) => [id, language, scheme] as const),
      ),
    ),
  )(
    'shows %s in %s and %s without a complaint, a raw key or a violation of WCAG 2.2 AA',
    async (id, language, scheme) => {
      const { page, complaints, close } = await open(`/dashboards/${id}?${range}`, { language, scheme })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
      const text = (await page.locator('main').textContent()) ?? ''
      expect(text).not.toMatch(/NaN|undefined|\[object|\bnull\b|\b[a-z]+\.[a-z_]+\.[a-z_]+\b/)
      expect(await axeViolations(page)).toEqual([])
      expect(complaints).toEqual([])
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
      await close()
    },
    180_000,
  )

  it.each(dashboards)(
    'fits %s on a phone: nothing is wider than 390 px',
    async (id) => {
      const { page, complaints, close } = await open(`/dashboards/${id}?${range}`, { width: 390 })
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await axeViolations(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
    180_000,
  )

  it('shows on the card the number that the API gives', async () => {
    const { totals } = await client.query({ metrics: ['chats', 'missed_chats'], range: { group: 'month_to_date' } })
    const { page, close } = await open(`/dashboards/chats_overview?${range}`)
    for (const metric of ['chats', 'missed_chats']) {
      const card = page
        .locator('main li')
        .filter({ has: page.locator(`a[href*="/metric/${metric}?"], a[href$="/metric/${metric}"]`) })
        .first()
      await expect.poll(() => card.textContent()).toContain(String(totals[metric]))
    }
    await close()
  }, 180_000)

  it('opens settings and a conversation without a complaint', async () => {
    for (const path of ['/settings/keys', '/settings/quarantine', '/conversations/talk-1', '/metric/chats']) {
      const { page, complaints, close } = await open(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect([path, await axeViolations(page)]).toEqual([path, []])
      expect([path, complaints]).toEqual([path, []])
      await close()
    }
  }, 180_000)
})
