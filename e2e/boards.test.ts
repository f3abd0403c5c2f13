import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, hasChromium, type Look, launchBrowser, openPage, type Watched } from './browser/chromium.ts'
import { monthOfConversations } from './browser/conversations.ts'
import { type Client, createClient } from './client.ts'
import { createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { settled } from './settled.ts'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

const range = { group: 'month_to_date' }

describe.skipIf(!hasChromium)('dashboards and views of one’s own (skipped where there is no Chromium)', () => {
  let directory: string
  let server: Server
  let browser: Browser
  let client: Client
  let stranger: Client
  let ada: State
  let ben: State
  /** The dashboard that the first journey leaves. */
  let composed: string

  beforeAll(async () => {
    directory = newDirectory()
    server = await startServer(directory)
    await server.ready()
    const scopes = 'ingest,query,admin'
    const { key } = await createOrganization(directory, { name: 'Velo', timeZone: 'Europe/Amsterdam', scopes })
    client = createClient(server.address, key)
    stranger = createClient(server.address, (await createOrganization(directory, { name: 'Other', scopes })).key)
    await client.post(monthOfConversations(Date.now() - 60_000))
    await settled(client)
    browser = await launchBrowser()
    ada = await signedIn('ada')
    ben = await signedIn('ben')
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (directory) removeDirectory(directory)
  })

  async function signedIn(name: string): Promise<State> {
    const body = { name, email: `${name}@example.org`, role: 'member' }
    const made = await client.send('POST', '/v1/members', { body })
    const { page, close } = await openPage(browser)
    await page.goto((made.json as { sign_in_link: { url: string } }).sign_in_link.url)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/\/dashboards\//)
    const state = await page.context().storageState()
    await close()
    return state
  }

  async function open(state: State, path: string, look: Look = {}): Promise<Watched> {
    const watched = await openPage(browser, look, state)
    await watched.page.goto(`${server.address}${path}`)
    await watched.page.getByRole('heading', { level: 1 }).waitFor()
    return watched
  }

  const answered = (page: Page) =>
    expect.poll(() => page.locator('main [aria-busy=true]').count(), { timeout: 20_000 }).toBe(0)

  /** The names of the panels that are being arranged, in their order. */
  const order = (page: Page) =>
    page
      .getByRole('button', { name: /^Edit / })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.slice(5)))

  async function addPanel(page: Page, metrics: readonly string[], work: () => Promise<void>): Promise<void> {
    await page.getByRole('button', { name: 'Add a panel' }).first().click()
    for (const metric of metrics) await page.getByRole('checkbox', { name: metric, exact: true }).check()
    await work()
    await page.getByRole('button', { name: 'Add to the dashboard' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  it('composes one from nothing with real numbers, arranges it by keyboard and mouse, saves it, and shows it again', async () => {
    const { page, complaints, close } = await open(ada, '/compose')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('A dashboard needs a title.').waitFor()
    await page.getByLabel('Title').fill('My week')
    const { rows } = await client.query({ metrics: ['chats'], range, dimensions: ['channel'] })
    const web = rows.find(([channel]) => channel === 'web')?.[1]
    await addPanel(page, ['Chats'], async () => {
      await page.getByRole('combobox', { name: 'Split by' }).click()
      await page.getByRole('option', { name: 'Channel', exact: true }).click()
      await expect.poll(() => page.getByRole('radio', { name: 'Bars', exact: true }).isChecked()).toBe(true)
      const numbers = page.getByRole('radio', { name: /^Numbers/ })
      expect([await numbers.isDisabled(), await numbers.textContent()]).toEqual([true, 'Numbersis not split that way'])
      await expect.poll(() => page.getByRole('region', { name: 'Preview' }).textContent()).toContain(String(web))
      expect(await axeViolations(page)).toEqual([])
    })
    await addPanel(page, ['Missed chats', 'Leads'], async () => {
      await page.getByRole('radio', { name: 'Numbers' }).click()
    })
    await addPanel(page, ['Missed chats'], async () => {
      await page.getByRole('textbox', { name: 'Title of the panel' }).fill('Missed by the day')
    })
    expect(await order(page)).toEqual(['Chats · Channel', 'Missed chats, Leads', 'Missed by the day'])
    await page.getByRole('button', { name: 'Move Missed chats, Leads forward' }).focus()
    await page.keyboard.press('Enter')
    expect(await order(page)).toEqual(['Missed chats, Leads', 'Chats · Channel', 'Missed by the day'])
    await page.getByText('Missed chats, Leads is now at place 1 of 3').waitFor()
    const back = page.getByRole('button', { name: 'Move Missed chats, Leads back' })
    await back.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => back.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: 'Move Missed chats, Leads forward' }).click()
    const items = page.locator('main ol > li')
    await items.nth(2).locator('[draggable=true]').dragTo(items.nth(0))
    await expect.poll(() => order(page)).toEqual(['Missed by the day', 'Missed chats, Leads', 'Chats · Channel'])
    await page.getByRole('button', { name: 'Width: Half' }).first().click()
    await page.getByRole('menuitem', { name: 'Whole row' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/\/dashboards\/[0-9a-f-]{36}/)
    composed = page.url().split('/').at(-1) ?? ''
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'My week' }).waitFor()
    await answered(page)
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Missed by the day',
      'Chats · Channel',
    ])
    expect(await page.locator('main section[data-width="12"]').count()).toBe(1)
    const { totals } = await client.query({ metrics: ['leads'], range })
    const card = page.locator('main li').filter({ has: page.locator('a[href*="/metric/leads"]') })
    await expect.poll(() => card.first().textContent()).toContain(String(totals.leads))
    expect(await axeViolations(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('asks before changes are lost', async () => {
    const { page, close } = await open(ada, `/compose/${composed}`)
    await page.getByLabel('Title').fill('Something else')
    await page.getByRole('link', { name: 'Distribution' }).click()
    const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(await page.getByLabel('Title').inputValue()).toBe('Something else')
    await page.getByRole('link', { name: 'Distribution' }).click()
    await dialog.getByRole('button', { name: 'Leave' }).click()
    await page.waitForURL(/\/dashboards\/chats_distribution/)
    await close()
  })

  it('shows it to another member once it is shared, who cannot change it, and never to another organization', async () => {
    const path = `/dashboards/${composed}`
    const hidden = await open(ben, path)
    expect(await hidden.page.getByRole('heading', { level: 1 }).textContent()).toContain('There is no dashboard')
    await hidden.close()
    const { page, close } = await open(ada, path)
    await page.getByRole('button', { name: 'More about this dashboard' }).click()
    await page.getByRole('menuitem', { name: 'Rename or share' }).click()
    await page.getByRole('dialog').getByLabel('Title').fill('Our week')
    await page.getByRole('radio', { name: 'Everybody in Velo' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: 'Our week' }).waitFor()
    await close()
    const seen = await open(ben, '/')
    await seen.page.getByRole('link', { name: 'Our week' }).click()
    await seen.page.getByRole('heading', { level: 1, name: 'Our week' }).waitFor()
    await seen.page.getByRole('button', { name: 'More about this dashboard' }).click()
    expect(await seen.page.getByRole('menuitem').allTextContents()).toEqual(['Duplicate'])
    await seen.close()
    expect((await stranger.send('GET', `/v1/dashboards/${composed}`)).status).toBe(404)
    const { dashboards } = (await stranger.send('GET', '/v1/dashboards')).json as { dashboards: { id: string }[] }
    expect(dashboards.map(({ id }) => id)).not.toContain(composed)
  })

  it('duplicates a built-in one, with its picker, filters and numbers, and deletes the copy', async () => {
    const { page, complaints, close } = await open(ben, '/dashboards/chats_per_channel')
    await page.getByRole('button', { name: 'More about this dashboard' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await page.getByRole('heading', { level: 1, name: 'New dashboard' }).waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('Per channel (copy)')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: 'Per channel (copy)' }).waitFor()
    await answered(page)
    await page
      .getByRole('region', { name: /Shares/ })
      .getByRole('button', { name: 'WhatsApp' })
      .click()
    await page.waitForURL(/filter=channel:whatsapp/)
    await page.getByRole('button', { name: 'More about this dashboard' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.waitForURL(/\/dashboards\/performance/)
    await expect.poll(() => page.getByRole('link', { name: 'Per channel (copy)' }).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('gives a view a name and a short address that shows the same to others', async () => {
    const search = 'range=last_month&compare=none&filter=channel:web'
    const { page, complaints, close } = await open(ada, `/dashboards/chats_per_channel?${search}`)
    await page.getByRole('button', { name: 'Named views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Web, last month')
    await page.getByRole('radio', { name: 'Everybody in Velo' }).check()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'View: Web, last month' }).waitFor()
    const { views } = (await client.send('GET', '/v1/views')).json as { views: { code: string; search: string }[] }
    expect(views.map((view) => view.search)).toEqual([search])
    const other = await open(ben, `/v/${views[0]?.code}`)
    expect(other.page.url()).toContain(`/dashboards/chats_per_channel?${search}`)
    await other.page.goto(server.address)
    await other.page.getByRole('heading', { level: 1 }).waitFor()
    await other.page.keyboard.press('Control+k')
    await other.page.locator('[role=dialog] input:focus').waitFor()
    await other.page.keyboard.type('web, last')
    await other.page.keyboard.press('Enter')
    await other.page.waitForURL(/filter=channel:web/)
    await other.close()
    await page.getByRole('button', { name: 'View: Web, last month' }).click()
    await page.getByRole('menuitem', { name: 'Manage views' }).click()
    await page.getByRole('button', { name: 'Delete Web, last month' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Named views' }).waitFor()
    expect(complaints).toEqual([])
    await close()
    const gone = await open(ben, `/v/${views[0]?.code}`)
    expect(await gone.page.getByRole('heading', { level: 1 }).textContent()).toContain('There is no view')
    await gone.close()
  })

  it('says what a number is that stands alone on a panel: its own title, or that of the metric', async () => {
    const { page, complaints, close } = await open(ada, '/compose')
    expect(await page.getByRole('link', { name: 'New dashboard' }).getAttribute('aria-current')).toBe('page')
    await page.getByLabel('Title').fill('Two numbers')
    await addPanel(page, ['Leads'], async () => void (await page.getByRole('radio', { name: 'Numbers' }).click()))
    await addPanel(page, ['Missed chats'], async () => {
      await page.getByRole('radio', { name: 'Numbers' }).click()
      await page.getByRole('textbox', { name: 'Title of the panel' }).fill('Nobody answered')
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: 'Two numbers' }).waitFor()
    await answered(page)
    for (const name of ['Leads', 'Nobody answered']) await page.getByRole('link', { name, exact: true }).waitFor()
    await page.getByRole('link', { name: 'Nobody answered' }).click()
    await page.getByRole('heading', { level: 1, name: 'Missed chats' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('is composed on a phone and in every language without a complaint', async () => {
    for (const look of [
      { language: 'nl', width: 390 },
      { language: 'ru', width: 390, scheme: 'dark' },
    ] as const) {
      const { page, complaints, close } = await open(ada, '/compose?from=performance', look)
      await page.locator('main ol > li').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await axeViolations(page)).toEqual([])
      const text = (await page.locator('main').textContent()) ?? ''
      expect(text).not.toMatch(/NaN|undefined|\b[a-z]+\.[a-z_]+\.[a-z_]+\b/)
      expect(complaints).toEqual([])
      await close()
    }
  })
})
