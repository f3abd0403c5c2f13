import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthBesides } from './browser/besides.ts'
import { axeViolations, hasChromium, type Look, launchBrowser, openPage, type Watched } from './browser/chromium.ts'
import { monthOfConversations } from './browser/conversations.ts'
import { faultsOf, type Language, totalsOf } from './browser/dashboard-faults.ts'
import { pageAtRest, walkTo } from './browser/walk.ts'
import { weigh } from './browser/weight.ts'
import { type Client, createClient } from './client.ts'
import { createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { settled } from './settled.ts'

const range = 'range=month_to_date'

const languages: readonly Language[] = ['en', 'nl', 'ru']

async function dashboardIds(client: Client): Promise<string[]> {
  const { json } = await client.send('GET', '/v1/dashboards')
  return (json as { dashboards: { id: string }[] }).dashboards.map(({ id }) => id)
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
    await settled(client)
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

  it('has the frame of every page around an address that is none, with a way back', async () => {
    for (const path of ['/nowhere', '/no/such/page', '/dashboards/unknown']) {
      const { page, close } = await open(path)
      await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
      expect(await page.getByRole('main').count(), path).toBe(1)
      expect(await axeViolations(page), path).toEqual([])
      await page.getByRole('link', { name: 'To the first dashboard' }).click()
      await page.waitForURL(/\/dashboards\/performance/)
      await close()
    }
  }, 180_000)

  it('shows every dashboard in every language, light and dark, with the numbers of the API and nothing to complain of', async () => {
    const ids = await dashboardIds(client)
    const [today, before] = [1, -31].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))
    const range = { from: before, to: today }
    const query = new URLSearchParams({ from: before ?? '', to: today ?? '' }).toString()
    const totals = new Map<string, Awaited<ReturnType<typeof totalsOf>>>()
    for (const id of ids) totals.set(id, await totalsOf(client, id, range))
    // A page for each language, side by side; axe, which takes longest, looks at each dashboard in one of them.
    const faults = await Promise.all(
      languages.map(async (language, turn) => {
        const watched = await open('/settings/keys', { language })
        const found: string[] = []
        for (const [at, id] of ids.entries())
          found.push(
            ...(await faultsOf(watched, id, query, {
              language,
              totals: totals.get(id) ?? new Map(),
              hasAxe: at % languages.length === turn,
            })),
          )
        await watched.close()
        return found
      }),
    )
    expect(faults.flat()).toEqual([])
  }, 600_000)

  it('loads no more than 270 KB of JavaScript before the first chart', async () => {
    const { page, close } = await openPage(browser, {}, signedIn)
    const loaded = weigh(page)
    await page.goto(`${server.address}/dashboards/chats_overview?${range}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const bytes = await loaded()
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(270 * 1024)
    await close()
  }, 180_000)

  it('asks for the benchmark once, however many pages, ranges and cards tell it', async () => {
    const { page, close } = await openPage(browser, {}, signedIn)
    const asked: string[] = []
    page.on('request', (request) => {
      const isBenchmark = request.url().endsWith('/v1/benchmarks') || request.postData()?.includes('benchmark')
      if (isBenchmark) asked.push(request.url())
    })
    await page.goto(`${server.address}/dashboards/performance?range=last_month`)
    await page.getByRole('link', { name: 'Engagement ratio' }).waitFor()
    await walkTo(page, '/dashboards/chats_overview?range=last_week')
    await walkTo(page, '/metric/chats?range=last_week')
    expect(asked).toEqual([`${server.address}/v1/benchmarks`])
    await close()
  }, 180_000)

  it('moves nothing when the numbers come: cards have their place, with what they are told beside, from the first frame', async () => {
    for (const width of [1440, 390]) {
      const { page, close } = await openPage(browser, { width }, signedIn)
      await page.addInitScript(() => {
        const heights: number[] = []
        Object.assign(window, { heights })
        const look = () => {
          const height = document.querySelector('main section[data-width]')?.getBoundingClientRect().height
          if (height !== undefined && height !== heights.at(-1)) heights.push(height)
          requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
      // Numbers that are there at once could hide it.
      await page.route('**/v1/query', async (asked) => {
        await new Promise((resolve) => setTimeout(resolve, 500))
        await asked.continue()
      })
      for (const compare of ['none', 'previous_period']) {
        await page.goto(`${server.address}/dashboards/performance?range=last_month&compare=${compare}`)
        await page.locator('main section[data-width] [data-drawn=true]').first().waitFor()
        await pageAtRest(page)
        const heights = await page.evaluate(() => (window as unknown as { heights: number[] }).heights)
        expect(heights, `${compare} at ${width} px`).toHaveLength(1)
      }
      await close()
    }
  }, 180_000)

  it('fits every dashboard on a phone: nothing is wider than 390 px', async () => {
    const { page, complaints, close } = await open('/settings/keys', { width: 390, language: 'ru', scheme: 'dark' })
    const tooWide: string[] = []
    for (const id of await dashboardIds(client)) {
      await walkTo(page, `/dashboards/${id}?${range}`)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 390) tooWide.push(`${id}: ${width} px`)
    }
    expect(tooWide).toEqual([])
    expect(complaints).toEqual([])
    await close()
  }, 360_000)

  it('keeps everything on the bar in one line at 1440 px, in every language, and in two lines where that is too much', async () => {
    const chosen = 'range=last_month&compare=previous_period&match=weekday&metric=effective_chats'
    const tops = () =>
      [...document.querySelectorAll('[role="toolbar"] button')].map((button) =>
        Math.round(button.getBoundingClientRect().top),
      )
    for (const language of languages) {
      const { page, complaints, close } = await open(`/dashboards/chats_per_channel?${chosen}`, { language })
      const before = await page.evaluate(tops)
      expect(before, language).toHaveLength(10)
      expect(new Set(before).size, language).toBe(1)
      await page.setViewportSize({ width: 1100, height: 900 })
      await expect.poll(async () => new Set(await page.evaluate(tops)).size).toBe(2)
      await page.setViewportSize({ width: 1440, height: 900 })
      await expect.poll(async () => new Set(await page.evaluate(tops)).size).toBe(1)
      expect(complaints).toEqual([])
      await close()
    }
  }, 180_000)

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

  it('leads from a number to its table, its file and the conversations behind it, and clears what was chosen', async () => {
    const { page, complaints, close } = await open(`/dashboards/chats_per_channel?${range}&compare=previous_year`)
    const panel = page.getByRole('region', { name: /Largest first/ })
    await panel.getByRole('button', { name: /^Open as table/ }).click()
    await page.waitForURL(/table=sizes/)
    await panel.getByRole('columnheader', { name: 'Channel' }).waitFor()
    const downloading = page.waitForEvent('download')
    await panel.getByRole('button', { name: /^More about/ }).click()
    await page.getByRole('menuitem', { name: /CSV/ }).click()
    const file = await (await downloading).createReadStream()
    const lines = Buffer.concat(await file.toArray())
      .toString('utf8')
      .trim()
      .split(/\r?\n/)
    expect(lines[0]?.toLowerCase()).toContain('chan')
    expect(lines.length).toBeGreaterThan(2)
    const row = panel.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'WhatsApp' }) })
    await row.getByRole('cell').first().getByRole('button').click()
    const records = page.getByRole('dialog', { name: /WhatsApp/ })
    await records.getByRole('link').first().click()
    await page.waitForURL(/\/conversations\//)
    // The same words stand in the list that is left.
    await records.waitFor({ state: 'hidden' })
    await page.getByText('is the blue one in stock').first().waitFor()
    await page.goBack()
    await page.waitForURL(/compare=previous_year/)
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => new URL(page.url()).search).not.toMatch(/compare|range/)
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('keeps lists of records and of phrases as files too, from their panel and from the bar', async () => {
    const { page, complaints, close } = await open(`/dashboards/satisfaction?${range}`)
    const feedback = page.getByRole('region', { name: /feedback/i })
    const save = async (press: () => Promise<void>) => {
      const [file] = await Promise.all([page.waitForEvent('download'), press()])
      return { name: file.suggestedFilename(), bytes: Buffer.concat(await (await file.createReadStream()).toArray()) }
    }
    await feedback.getByRole('button', { name: /^More about/ }).click()
    const csv = await save(() => page.getByRole('menuitem', { name: /CSV/ }).click())
    expect(csv.bytes.toString('utf8')).toMatch(
      /^answered_at,agent,agent_name,rating,text,conversation_id\r\n.*Quick and friendly/s,
    )
    await page.getByRole('button', { name: 'Download', exact: true }).click()
    const xlsx = await save(() => page.getByRole('menuitem', { name: /feedback.*XLSX/i }).click())
    expect(xlsx.name).toMatch(/\.xlsx$/)
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
    await page.getByRole('button', { name: 'Download', exact: true }).press('Enter')
    const whole = await save(() => page.getByRole('menuitem', { name: 'Whole dashboard (XLSX)' }).press('Enter'))
    expect(whole.name).toBe('satisfaction.xlsx')
    expect(whole.bytes.subarray(0, 2).toString()).toBe('PK')
    await page.getByText('Making the workbook').waitFor({ state: 'hidden' })
    await walkTo(page, `/dashboards/chats_handling?${range}`)
    await page.getByRole('button', { name: 'Download', exact: true }).click()
    const phrases = await save(() =>
      page
        .getByRole('menuitem', { name: /write.*CSV/i })
        .first()
        .click(),
    )
    expect(phrases.bytes.toString('utf8')).toMatch(/^phrase,count,share\r\n.*in stock/s)
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('opens the map on what has numbers, enlarges it by button, key and wheel, moves it by hand, and shows the whole world', async () => {
    const { page, complaints, close } = await open(`/dashboards/contacts?${range}`)
    const panel = page.getByRole('region', { name: 'Countries' })
    const seen = async () => {
      const box = (await panel.locator('svg[viewBox*="."], svg[data-zoomed]').last().getAttribute('viewBox')) ?? ''
      const [x = 0, y = 0, width = 0] = box.split(' ').map(Number)
      return { x, y, width }
    }
    const first = (await seen()).width
    await panel.getByRole('button', { name: 'Closer' }).click()
    await expect.poll(async () => (await seen()).width).toBeLessThan(first)
    const map = panel.getByRole('group', { name: 'Countries' })
    await map.focus()
    await page.keyboard.press('+')
    const near = await seen()
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(async () => (await seen()).x).toBeGreaterThan(near.x)
    const box = await map.boundingBox()
    if (box === null) throw new Error('The map is nowhere.')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    const before = await seen()
    await page.mouse.down()
    await page.mouse.move(x + 60, y, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await seen()).x).toBeLessThan(before.x)
    // A drag is no click: nothing is filtered.
    expect(page.url()).not.toContain('filter=')
    await panel.getByRole('button', { name: 'Further away' }).click()
    const further = await seen()
    expect(further.width).toBeGreaterThan(before.width)
    await page.mouse.move(x, y)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -120)
    await page.keyboard.up('Control')
    await expect.poll(async () => (await seen()).width).toBeLessThan(further.width)
    await panel.getByRole('button', { name: 'The whole world' }).click()
    await expect.poll(seen).toEqual({ x: 0, y: 0, width: 960 })
    // All numbers of this month come from Europe.
    expect(first).toBeLessThan(960 / 2)
    await panel.getByRole('button', { name: 'Back to where the numbers are' }).click()
    await expect.poll(async () => (await seen()).width).toBe(first)
    await map.focus()
    await page.keyboard.press('0')
    await expect.poll(async () => (await seen()).width).toBe(960)
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('tells by keyboard from which places people write, and leaves one of them where that is chosen', async () => {
    const { page, complaints, close } = await open(`/dashboards/contacts?${range}`)
    const panel = page.getByRole('region', { name: 'Countries and places' })
    const map = panel.getByRole('group', { name: 'Countries and places' })
    await map.focus()
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('+')
    await page.keyboard.press('Home')
    const stood = panel.locator('[aria-live]').first()
    await expect.poll(() => stood.textContent()).toMatch(/^(Utrecht, Netherlands|England, United Kingdom): \d+$/)
    const [name = '', number = ''] = ((await stood.textContent()) ?? '').split(': ')
    await page.keyboard.press('Enter')
    await page.waitForURL(/filter=place:/)
    await page.getByRole('button', { name: /^Place .*° N/ }).waitFor()
    await expect.poll(() => panel.getByRole('table').textContent()).toContain(`${name.split(', ')[0]}`)
    await expect.poll(() => panel.locator('circle').count()).toBe(1)
    const value = name.startsWith('Utrecht') ? '52.1,5.1' : '51.5,-0.1'
    const { totals } = await client.query({
      metrics: ['inbox_sessions'],
      range: { group: 'month_to_date' },
      filters: [{ dimension: 'place', op: 'in', values: [value] }],
    })
    expect(totals).toEqual({ inbox_sessions: Number(number) })
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('lists the keys of the keyboard, and obeys them', async () => {
    const { page, complaints, close } = await open(`/dashboards/chats_overview?${range}`)
    await page.keyboard.press('f')
    await page.getByRole('dialog', { name: 'Filter', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Filter', exact: true }).waitFor({ state: 'hidden' })
    await page.getByRole('heading', { level: 1 }).click()
    for (const [key, group] of ['today', 'yesterday', 'week_to_date', 'last_week'].entries()) {
      await page.keyboard.press(String(key + 1))
      await page.waitForURL(new RegExp(`range=${group}`))
    }
    await page.keyboard.press('8')
    await page.getByRole('button', { name: /^Date range: Last year/ }).waitFor()
    await pageAtRest(page)
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard' })
    await list.waitFor()
    expect(await list.locator('dl').last().textContent()).toContain('Year to date7')
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    // What a menu opened gives the focus back to what opened the menu.
    await page.getByRole('button', { name: 'Named views' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Save this view' }).press('Enter')
    await page.getByRole('dialog', { name: 'Save this view' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[aria-label="Named views"]:focus').waitFor()
    expect(complaints).toEqual([])
    await close()
  }, 180_000)

  it('goes on without what cannot be fetched while the network is gone, and asks again when it is back', async () => {
    const { page, close } = await open(`/dashboards/performance?${range}`)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: /^Date range/ }).click()
    await page.getByText('This part could not be fetched').waitFor()
    await page.getByRole('button', { name: 'Last week' }).click()
    const silence = page.getByText('Parley does not answer').first()
    await silence.waitFor()
    await page.context().setOffline(false)
    await silence.waitFor({ state: 'detached' })
    expect(page.url()).toContain('range=last_week')
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
