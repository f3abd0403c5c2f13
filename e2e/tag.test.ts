import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, launchBrowser } from './browser/chromium.ts'
import { type Client, createClient } from './client.ts'
import { createKey, createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'
import { settled } from './settled.ts'
import { until } from './until.ts'

// What a browser without a window says of itself counts as a bot. For the whole browser: what a page sends when it is left is
// no longer that page's.
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

describe.skipIf(!hasChromium)('the tag on a page of another site (skipped where there is no Chromium)', () => {
  let directory: string
  let server: Server
  let site: HttpServer
  let origin: string
  let browser: Browser
  let client: Client
  let key: string
  const organizations: { id: string; key: string }[] = []

  beforeAll(async () => {
    directory = newDirectory()
    server = await startServer(directory)
    await server.ready()
    site = createServer((request, response) => {
      const attributes = new URL(request.url ?? '/', origin).searchParams.get('tag') ?? ''
      response.setHeader('content-type', 'text/html').end(pageWith(attributes))
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    origin = `http://localhost:${(site.address() as AddressInfo).port}`
    browser = await launchBrowser([`--user-agent=${userAgent}`])
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    site?.close()
    await server?.stop()
    if (directory) removeDirectory(directory)
  })

  /** A page with the tag and, far below, a widget. */
  function pageWith(attributes: string): string {
    return `<!doctype html><title>Bikes</title>
<script>parley = (...call) => parley.q.push(call); parley.q = []; parley('auto_message.clicked', { auto_message_id: 'am-1', trigger: 'early' })</script>
<script defer src="${server.address}/tag.js" data-key="${key}" data-touchpoint="w1" ${attributes}></script>
<div style="height: 3000px">Bikes</div><div data-parley-widget style="height: 80px">Chat</div>`
  }

  /** A browser that never was here, and an organization without visitors. */
  async function newVisitor(script = ''): Promise<BrowserContext> {
    const organization = await createOrganization(directory, { name: `Site ${organizations.length}` })
    organizations.push(organization)
    client = createClient(server.address, organization.key)
    key = await createKey(directory, organization.id, '--publishable', '--origin', origin)
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } })
    await context.addInitScript(script)
    return context
  }

  const counts = async () => {
    const metrics = ['visitors', 'visits', 'auto_message_clicks', 'widget_impression_visitors', 'widget_click_visitors']
    const { totals } = await client.query({ metrics })
    return totals
  }

  it('tells of page views, of the widget once it was seen for a second, and of what the page tells', async () => {
    const context = await newVisitor()
    const page = await context.newPage()
    await page.goto(`${origin}/bikes`)
    await until('the visit is counted', async () => (await counts()).visitors === 1)
    await settled(client)
    expect(await counts()).toMatchObject({ visits: 1, auto_message_clicks: 1, widget_impression_visitors: 0 })
    await page.locator('[data-parley-widget]').scrollIntoViewIfNeeded()
    await until('the widget counts as seen', async () => (await counts()).widget_impression_visitors === 1)
    await page.evaluate("parley('widget.clicked', { target: 'launcher' })")
    await until('the click is counted', async () => (await counts()).widget_click_visitors === 1)
    await context.close()
  })

  it('tells of the pages of a single-page application, and of the last one when it is left', async () => {
    const context = await newVisitor()
    const page = await context.newPage()
    await page.goto(`${origin}/bikes`)
    await until('the visit is counted', async () => (await counts()).visits === 1)
    await page.evaluate(
      "history.pushState(null, '', '/bikes/e-bikes'); history.pushState(null, '', '/bikes/e-bikes#top')",
    )
    await page.waitForTimeout(150)
    await page.evaluate("history.pushState(null, '', '/checkout'); parley('widget.clicked', { target: 'launcher' })")
    // Away, before what waits is sent the ordinary way.
    await page.goto('about:blank')
    await until('what was told on leaving belongs to the visit', async () => {
      const [visit] = await client.records('visits')
      return visit?.pages === 2 && visit.clicked_widget === true
    })
    await context.close()
  })

  it('knows a visitor again on the next page, in another tab and the next day', async () => {
    const context = await newVisitor()
    const id = (page: Page) => page.evaluate('parley.visitor()')
    const page = await context.newPage()
    await page.goto(`${origin}/bikes`)
    const first = await id(page)
    expect(first).toMatch(/^\d+(-\d+){3}$/)
    await page.goto(`${origin}/service`)
    expect(await id(page)).toBe(first)
    // What one tab keeps reaches the process of another a moment later.
    const other = await context.newPage()
    await other.goto(`${origin}/bikes`)
    await expect.poll(async () => (await id(page)) === (await id(other))).toBe(true)
    await context.close()
  })

  it('keeps and sends nothing before there is consent, tells then of what was, and forgets when it is taken back', async () => {
    const context = await newVisitor()
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${origin}/bikes?tag=data-consent=required`)
    await page.waitForTimeout(800)
    expect(asked.filter((url) => url.includes('/v1/'))).toEqual([])
    expect(await page.evaluate('[parley.visitor(), localStorage.length]')).toEqual([undefined, 0])
    await page.evaluate('parley.consent(true)')
    await until('the visit is counted', async () => (await counts()).visits === 1)
    await page.evaluate('parley.consent(false)')
    expect(await page.evaluate('[parley.visitor(), localStorage.length]')).toEqual([undefined, 0])
    await context.close()
  })

  it.each([
    ['Do Not Track', "Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => '1' })"],
    [
      'Global Privacy Control',
      "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })",
    ],
  ])('asks nothing and keeps nothing of who says %s, whatever the page calls', async (_, script) => {
    const context = await newVisitor(script)
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${origin}/bikes`)
    await page.evaluate("parley.consent(true); parley('widget.clicked', { target: 'launcher' })")
    await page.waitForTimeout(800)
    expect(asked.filter((url) => url.includes('/v1/'))).toEqual([])
    expect(await page.evaluate('[parley.visitor(), localStorage.length]')).toEqual([undefined, 0])
    await context.close()
  })

  it('tries again what the server could not take', async () => {
    const context = await newVisitor()
    const page = await context.newPage()
    let refused = 0
    await page.route('**/v1/events**', (route) => {
      refused += 1
      return refused === 1 ? route.fulfill({ status: 503 }) : route.continue()
    })
    await page.goto(`${origin}/bikes`)
    await until('the visit is counted', async () => (await counts()).visits === 1)
    expect(refused).toBe(2)
    await context.close()
  })
})
