import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, hasChromium, type Look, launchBrowser, openPage, type Watched } from './browser/chromium.ts'
import { type Client, createClient } from './client.ts'
import { newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { until } from './until.ts'

const settingsPaths = [
  '/settings',
  '/settings/organization',
  '/settings/members',
  '/settings/keys',
  '/settings/touchpoints',
  '/settings/touchpoints/w-1',
  '/settings/counting',
  '/settings/potentials',
  '/settings/tracked-urls',
  '/settings/quarantine',
]

/** The journey of a new owner, from the first link to the last setting: each step begins where the one before ended. */
describe.skipIf(!hasChromium)('a new owner in a browser (skipped where there is no Chromium)', () => {
  let server: Server
  let browser: Browser
  let client: Client
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>
  let directory: string

  beforeAll(async () => {
    directory = newDirectory()
    server = await startServer(directory)
    await server.ready()
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
    await watched.page.getByRole('heading', { level: 1 }).waitFor()
    return watched
  }

  const event = (id: string, type: string, data: object, time = new Date().toISOString()) => ({
    ...{ specversion: '1.0', id, source: '/test', type, time, data },
  })
  const say = (id: string, kind = 'contact') =>
    event(id, 'message.sent', {
      conversation_id: `c-${id}`,
      author: { kind, id: 'v-1' },
      channel: 'web',
      touchpoint_id: 'w-1',
      url: 'https://shop.example/cards/gold',
      text: 'Hello',
    })

  it('is led from a key over a refused event to the chart of the first one, as each arrives', async () => {
    const { owner_link: link } = JSON.parse(server.process.stdout()) as { owner_link: string }
    const { page, complaints, close } = await openPage(browser)
    await page.goto(link)
    await page.getByLabel('Your name').fill('Ada Jansen')
    await page.getByLabel('Your e-mail').fill('ada@example.org')
    await page.getByLabel('Your organization').fill('Velo')
    await page.getByRole('button', { name: /start/i }).click()
    await page.getByRole('button', { name: 'Create a key' }).click()
    const key = await page.getByText(/^sk_\w+$/).textContent()
    client = createClient(server.address, key ?? '')
    const curl = (await page.getByRole('region', { name: 'Send an event' }).textContent()) ?? ''
    expect(curl).toContain(key)
    expect(curl).toContain(`${server.address}/v1/events`)
    await page.getByLabel('Address of your site').fill('shop.example/contact')
    await page.getByRole('button', { name: 'Create the tag' }).click()
    await page.getByText(/data-key="pk_\w+"/).waitFor()
    expect(await axeViolations(page)).toEqual([])

    await client.send('POST', '/v1/events', { body: [say('wrong', 'robot')] })
    await page.getByText('An event came in, but could not be counted').waitFor({ timeout: 20_000 })
    await page.getByText(/"author.kind" is "robot"/).waitFor()

    // The very event that the page shows.
    const shown = /-d '(\{.*\})'$/s.exec(curl)?.[1] ?? ''
    const sent = await client.send('POST', '/v1/events', {
      body: shown,
      headers: { 'content-type': 'application/cloudevents+json' },
    })
    expect(sent.json).toMatchObject({ accepted: 1, rejected: [] })
    await page.waitForURL(/\/dashboards\/chats_overview\?range=today/, { timeout: 20_000 })
    await page.getByText('Your first event is here').waitFor()
    await page.getByRole('img').first().waitFor()
    signedIn = await page.context().storageState()
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('mends one rejected event where it is wrong, and it counts', async () => {
    const { page, complaints, close } = await open('/settings/quarantine')
    await page.getByRole('button', { name: /^message.sent/ }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: 'at /data/author/kind' }).click()
    const json = drawer.getByLabel('The event as it was sent')
    const marked = await json.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    )
    expect(marked).toBe('"robot"')
    expect(await axeViolations(page)).toEqual([])
    await json.fill((await json.inputValue()).replace('"robot"', '"alien"'))
    await drawer.getByRole('button', { name: 'Save and replay' }).click()
    await drawer.getByText(/"author.kind" is "alien"/).waitFor()
    await json.fill((await json.inputValue()).replace('"alien"', '"contact"'))
    await drawer.getByRole('button', { name: 'Save and replay' }).click()
    await page.getByText('The event is accepted and counts now.').waitFor()
    await page.getByText('Nothing in quarantine').waitFor()
    // The second try is no complaint of ours: the server refused it.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
    await close()
  }, 180_000)

  it('replays all with one reason, hears what became of each, and discards the rest', async () => {
    await client.send('POST', '/v1/events', {
      body: [
        ...[1, 2, 3].map((number) => event(`u-${number}`, 'message.send', {})),
        { ...say('late'), time: new Date(Date.now() + 2 * 3_600_000).toISOString() },
      ],
    })
    const { page, complaints, close } = await open('/settings/quarantine')
    const unknownTypes = page.getByRole('button', { name: /^Unknown type 3/ })
    await until('they are in the quarantine', async () => {
      await page.reload()
      await unknownTypes.waitFor({ timeout: 3_000 })
      return true
    })
    await unknownTypes.click()
    await page.getByText(/Look for a slip in the name/).waitFor()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3)
    await page.getByRole('button', { name: 'Replay 3 events' }).click()
    await page.getByText('0 events are accepted and count now.').waitFor()
    await page.getByText('3 events are still not right and stay here:').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'Choose u-1' }).check()
    await page.getByRole('button', { name: 'Discard 1 event' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    await page.getByText('1 event is discarded.').waitFor()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2)
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('sets hours of a touchpoint, sees a mistake where it is, and is told when all numbers follow', async () => {
    const { page, complaints, close } = await open('/settings/touchpoints')
    await page.getByRole('link', { name: 'w-1' }).click()
    await page.getByRole('radio', { name: /Set here/ }).click()
    await page.getByRole('button', { name: 'Add hours to Monday' }).click()
    await page.getByLabel('Monday, from').fill('9')
    await page.getByLabel('Monday, to').fill('8:30')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('This has to end after it starts').waitFor()
    await page.getByLabel('Monday, to').fill('1730')
    await page.getByRole('button', { name: 'Tuesday to Friday as Monday' }).click()
    await page.getByRole('button', { name: 'Add a date' }).click()
    await page.getByLabel('Date of Exception 1').fill('2026-12-25')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/Done. All numbers follow the new settings/).waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'All touchpoints' }).click()
    await page.getByText('Mon–Fri 09:00–17:30').waitFor()
    await page.getByText('1 exception').waitFor()
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('is asked before leaving what is not saved, and keeps it when staying', async () => {
    const { page, complaints, close } = await open('/settings/counting')
    const target = page.getByLabel('Target', { exact: true })
    await target.fill('90')
    await page.getByRole('link', { name: 'Potentials' }).click()
    const asked = page.getByRole('dialog', { name: 'Leave without saving?' })
    await asked.getByRole('button', { name: 'Stay here' }).click()
    expect(await target.inputValue()).toBe('90')
    await target.fill('0')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Between 1 second and 30 days.').waitFor()
    await target.fill('2')
    await page.keyboard.press('Control+s')
    await page.getByText('Saved.').waitFor()
    await page.getByRole('link', { name: 'Potentials' }).click()
    await page.waitForURL(/potentials/)
    await page.reload()
    await page.getByLabel('Visitors of all sites').fill('1 200')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('adds an organization below its own', async () => {
    const { page, complaints, close } = await open('/settings/organization')
    await page.getByText('No organizations below yours').waitFor()
    await page.getByRole('button', { name: 'Add an organization' }).click()
    const form = page.getByRole('dialog', { name: 'Add an organization' })
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await form.getByText('Fill this in').waitFor()
    await form.getByRole('textbox', { name: 'Name' }).fill('Velo Riga')
    expect(await axeViolations(page)).toEqual([])
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Velo Riga is added.').waitFor()
    // Its name, whom it is below, and its level.
    const row = page.getByRole('row', { name: /Velo Riga/ })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['Velo', '1', 'UTC', 'Look at it'])
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('makes a key for pages, only with an address, and only with one that is right', async () => {
    const { page, complaints, close } = await open('/settings/keys')
    await page.getByRole('button', { name: 'Create a key' }).first().click()
    const form = page.getByRole('dialog', { name: 'Create a key' })
    const send = form.getByRole('button', { name: 'Create a key' })
    await form.getByRole('radio', { name: 'Publishable' }).check()
    await send.click()
    await form.getByText('A publishable key needs at least one address.').waitFor()
    await form.getByRole('textbox', { name: 'Allowed addresses' }).fill('https://velo.example/shop')
    await send.click()
    await form
      .getByRole('alert')
      .getByText(/is not an origin/)
      .waitFor()
    await form.getByRole('textbox', { name: 'Name' }).fill('Shop')
    await form.getByRole('textbox', { name: 'Allowed addresses' }).fill('https://velo.example\nhttps://velo.test')
    await send.click()
    await page.getByRole('dialog', { name: 'Your new key' }).getByText(/^pk_/).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await page.getByRole('row', { name: /^Shop/ }).getByText('Publishable').hover()
    await page.getByText('https://velo.example, https://velo.test').waitFor()
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([])
    await close()
  }, 180_000)

  it('sees which pages a pattern matches, is refused an equal one, and is warned before one is removed', async () => {
    const { page, complaints, close } = await open('/settings/tracked-urls')
    const add = async (label: string, pattern: string) => {
      await page.getByRole('button', { name: 'Add a tracked URL' }).first().click()
      await page.getByLabel('Label').fill(label)
      await page.getByLabel('Pattern 1').fill(pattern)
      await page.getByText(/^1 page of the 1 that were seen/).waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    }
    await add('Cards', '*.example/cards/*')
    await page.getByText('Saved. It holds for the past at once.').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await add('Twice', 'https://*.EXAMPLE/cards/*')
    await page.getByText(/is in the tracked URL "Cards" already/).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Remove: Cards' }).click()
    const warning = 'Are you sure? Any previous statistics related specifically to this URL will be removed'
    await page.getByText(warning, { exact: true }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No tracked URLs yet').waitFor()
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
    await close()
  }, 180_000)

  it('invites somebody by a link that signs them in once, in their language, and takes them out again', async () => {
    const { page, complaints, close } = await open('/settings/members')
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    await page.getByLabel('Name').fill('Pieter')
    await page.getByLabel('E-mail').fill('pieter@example.org')
    await page.getByRole('combobox', { name: 'Language' }).click()
    await page.getByRole('option', { name: 'Nederlands' }).click()
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = (await page.getByRole('region', { name: 'Sign-in link' }).textContent()) ?? ''
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()

    const guest = await openPage(browser)
    await guest.page.goto(link)
    await guest.page.getByRole('button', { name: 'Sign in' }).click()
    await guest.page.waitForURL(/dashboards/)
    await expect.poll(() => guest.page.evaluate(() => document.documentElement.lang)).toBe('nl')
    await page.getByRole('button', { name: 'Remove: Pieter' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('The member is removed.').waitFor()
    await guest.page.reload()
    await guest.page.waitForURL(/signed-out/)
    await guest.close()
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('chooses a language that holds on another device too', async () => {
    const { page, close } = await open('/settings')
    await page.getByRole('button', { name: /Ada Jansen/ }).click()
    const told = page.waitForResponse(
      (answer) => answer.url().endsWith('/v1/me') && answer.request().method() === 'PATCH',
    )
    await page.getByRole('menuitem', { name: 'Русский' }).click()
    await told
    await page.getByRole('heading', { level: 1, name: 'Настройки' }).waitFor()
    const other = await open('/settings')
    await other.page.getByRole('heading', { level: 1, name: 'Настройки' }).waitFor()
    await other.close()
    await page.request.fetch(`${server.address}/v1/me`, {
      method: 'PATCH',
      data: { language: 'en' },
      headers: { 'x-parley-request': '1' },
    })
    await close()
  }, 180_000)

  it('finds every page of settings whole: on a phone, and in turning languages and schemes', async () => {
    const phone: Look = { language: 'ru', width: 390 }
    const turning: Look[] = [
      { language: 'en', scheme: 'dark' },
      { language: 'nl' },
      { language: 'ru', scheme: 'dark' },
      { language: 'ru' },
    ]
    for (const look of [phone, ...turning]) {
      const paths = settingsPaths.filter((_, at) => look === phone || turning[at % turning.length] === look)
      const { page, complaints, close } = await open('/settings', look)
      for (const path of paths) {
        await show(page, path)
        const seen = `${path} in ${JSON.stringify(look)}`
        const text = (await page.locator('main').textContent()) ?? ''
        expect.soft(text, seen).not.toMatch(/NaN|undefined|\[object|\bnull\b|\b[a-z_]+\.[a-z_]+\.[a-z_]+\b/)
        if (look !== phone) expect.soft(await axeViolations(page), seen).toEqual([])
        expect.soft(complaints.splice(0), seen).toEqual([])
        expect.soft(await page.evaluate(() => document.documentElement.lang), seen).toBe(look.language)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect.soft(width, seen).toBeLessThanOrEqual(look.width ?? 1440)
      }
      await close()
    }
  }, 240_000)

  it('has the way to save on the screen of a phone, in long words too', async () => {
    const { page, close } = await open('/settings/potentials', { language: 'ru', width: 390 })
    await page.locator('main form input').first().fill('7')
    const box = await page.getByRole('button', { name: 'Сохранить' }).boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    await close()
  }, 180_000)

  async function show(page: Page, path: string): Promise<void> {
    await page.goto(`${server.address}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
  }
})
