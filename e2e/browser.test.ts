import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthBesides } from './browser/besides.ts'
import { axeViolations, hasChromium, type Look, launchBrowser, openPage, type Watched } from './browser/chromium.ts'
import { monthOfConversations } from './browser/conversations.ts'
import { type Client, createClient } from './client.ts'
import { createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { until } from './until.ts'

const range = 'range=month_to_date'

const allLooks = (['en', 'nl', 'ru'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme): Look => ({ language, scheme })),
)

/** Every dashboard there is, and the two with the most panels. */
async function dashboardIds(client: Client): Promise<{ all: readonly string[]; richest: readonly string[] }> {
  const get = async (path: string) => (await client.send('GET', path)).json
  const { dashboards } = (await get('/v1/dashboards')) as { dashboards: { id: string }[] }
  const all = dashboards.map(({ id }) => id)
  const sized = await Promise.all(
    all.map(async (id) => {
      const { panels } = (await get(`/v1/dashboards/${id}`)) as { panels: unknown[] }
      return { id, size: panels.length }
    }),
  )
  const richest = sized.sort((one, other) => other.size - one.size).slice(0, 2)
  return { all, richest: richest.map(({ id }) => id) }
}

describe.skipIf(!hasChromium)('the app in a browser (skipped where there is no Chromium)', () => {
  let server: Server
  let browser: Browser
  let client: Client
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>
  let directory: string

  beforeAll(async () => {
    directory = newDirectory()
    server = await startServer(directory)
    await server.ready()
    const { key } = await createOrganization(directory, { name: 'Velo', timeZone: 'Europe/Amsterdam' })
    client = createClient(server.address, key)
    const now = Date.now() - 60_000
    const { rejected } = await client.post([...monthOfConversations(now), ...monthBesides(now)])
    expect(rejected).toEqual([])
    await until('all of it is counted', async () => {
      const { totals } = await client.query({ metrics: ['messages', 'visits', 'orders_all', 'notifications', 'calls'] })
      return Object.values(totals).every((total) => total !== 0)
    })
    browser = await launchBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (directory) removeDirectory(directory)
  })

  async function open(path: string, look: Look = {}): Promise<Watched> {
    const watched = await openPage(browser, look, signedIn)
    await watched.page.goto(`${server.address}${path}`)
    await watched.page.waitForLoadState('networkidle')
    return watched
  }

  /** Goes to a page of numbers and waits until all its panels have their answer. */
  async function show(page: Page, path: string): Promise<void> {
    await page.goto(`${server.address}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.locator('main [aria-busy=true]').count(), { timeout: 20_000 }).toBe(0)
  }

  it('makes the one who opens the one-time link the owner, and shows the first dashboard', async () => {
    const { owner_link: link } = JSON.parse(server.process.stdout()) as { owner_link: string }
    const { page, complaints, close } = await openPage(browser)
    await page.goto(link)
    await page.getByLabel('Your name').fill('Ada Jansen')
    await page.getByLabel('Your e-mail').fill('ada@example.org')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: /start/i }).click()
    await page.waitForURL(/\/dashboards\/performance/)
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

  it('shows every dashboard without a complaint, a raw key or a violation of WCAG 2.2 AA', async () => {
    const { all, richest } = await dashboardIds(client)
    // Each once, in turning looks; those with the most on them in every look.
    const looks = all.map((id, at) => [id, allLooks[at % allLooks.length] ?? {}] as const)
    for (const look of allLooks) {
      const ids = [...looks.filter(([, own]) => own === look).map(([id]) => id), ...richest]
      const { page, complaints, close } = await open('/settings/keys', look)
      for (const id of new Set(ids)) {
        const seen = `${id} in ${look.language} and ${look.scheme}`
        await show(page, `/dashboards/${id}?${range}`)
        const text = (await page.locator('main').textContent()) ?? ''
        expect.soft(text, seen).not.toMatch(/NaN|undefined|\[object|\bnull\b|\b[a-z]+\.[a-z_]+\.[a-z_]+\b/)
        expect.soft(await page.locator('main [role=alert]').allTextContents(), seen).toEqual([])
        expect.soft(await axeViolations(page), seen).toEqual([])
        expect.soft(complaints.splice(0), seen).toEqual([])
        expect.soft(await page.evaluate(() => document.documentElement.lang), seen).toBe(look.language)
      }
      await close()
    }
  }, 360_000)

  it('fits every dashboard on a phone: nothing is wider than 390 px', async () => {
    const { all } = await dashboardIds(client)
    const { page, complaints, close } = await open('/settings/keys', { width: 390 })
    for (const id of all) {
      await show(page, `/dashboards/${id}?${range}`)
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(390)
      expect.soft(complaints.splice(0), id).toEqual([])
    }
    await close()
  }, 360_000)

  it('filters the whole dashboard by what is clicked, keeps that in the address, and takes it back', async () => {
    const { page, close } = await open(`/dashboards/chats_per_channel?${range}`)
    const name = page.getByRole('region', { name: /Shares/ }).getByRole('button', { name: 'WhatsApp' })
    await name.click()
    await page.waitForURL(/filter=channel:whatsapp/)
    await page.getByRole('button', { name: /^Channel .*WhatsApp/ }).waitFor()
    const { totals } = await client.query({
      metrics: ['chats'],
      range: { group: 'month_to_date' },
      filters: [{ dimension: 'channel', op: 'in', values: ['whatsapp'] }],
    })
    await expect.poll(() => name.textContent()).toContain(String(totals.chats))
    await name.click()
    await expect.poll(() => page.url()).not.toContain('filter=')
    await close()
  }, 180_000)

  it('lists the keys of the keyboard, and obeys them', async () => {
    const { page, complaints, close } = await open(`/dashboards/chats_overview?${range}`)
    await page.keyboard.press('f')
    await page.getByRole('dialog', { name: 'Filter', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Filter', exact: true }).waitFor({ state: 'hidden' })
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

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
