import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, hasChromium, launchBrowser, openPage, type Watched } from './browser/chromium.ts'
import { createClient } from './client.ts'
import type { Event } from './events.ts'
import { createOrganization, newDirectory, removeDirectory, type Server, startServer } from './server.ts'

describe.skipIf(!hasChromium)('the live page (skipped where there is no Chromium)', () => {
  let directory: string
  let server: Server
  let browser: Browser
  let key: string
  let watched: Watched
  let page: Page

  beforeAll(async () => {
    directory = newDirectory()
    server = await startServer(directory)
    await server.ready()
    key = (await createOrganization(directory, { name: 'Velo', timeZone: 'Europe/Amsterdam' })).key
    browser = await launchBrowser()
    watched = await openPage(browser)
    page = watched.page
    const { owner_link: link } = JSON.parse(server.process.stdout()) as { owner_link: string }
    await page.goto(link)
    await page.getByLabel('Your name').fill('Ada Jansen')
    await page.getByLabel('Your e-mail').fill('ada@example.org')
    await page.getByRole('button', { name: /start/i }).click()
    await page.waitForURL(/\/dashboards\//)
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (directory) removeDirectory(directory)
  })

  const shown = (metric: string) => page.locator(`[data-metric=${metric}]`).textContent()
  const post = (...events: Event[]) => createClient(server.address, key).post(events)
  const event = (id: string, type: string, data: Record<string, unknown>): Event => ({
    ...{ specversion: '1.0', id, source: '/e2e', type, time: new Date().toISOString() },
    data,
  })
  const asks = (id: string) =>
    event(id, 'message.sent', { conversation_id: `c-${id}`, author: { kind: 'contact', id: 'v' }, channel: 'web' })

  it('is found in the navigation, and says that nobody waits', async () => {
    await page.getByRole('link', { name: 'Live' }).click()
    await page.waitForURL(/\/live$/)
    await expect.poll(() => page.getByRole('status').textContent(), { timeout: 20_000 }).toBe('Live')
    expect(await shown('open_sessions')).toBe('0')
    await page.getByText('Nobody is waiting').waitFor()
    await page.getByText('No agent is online').waitFor()
    expect(await axeViolations(page)).toEqual([])
  }, 120_000)

  it('changes when an event arrives, without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { isTheSamePage: true }))
    await post(
      asks('m-1'),
      event('d-1', 'entity.described', { kind: 'agent', id: 'a-1', name: 'Anna de Vries' }),
      event('p-1', 'agent.presence_changed', { agent_id: 'a-1', status: 'online' }),
    )
    await expect.poll(() => shown('waiting_contacts'), { timeout: 10_000 }).toBe('1')
    expect(await shown('open_sessions')).toBe('1')
    expect(await shown('chats')).toBe('1')
    await page.getByRole('link', { name: 'c-m-1' }).waitFor()
    await page.getByText('Anna de Vries').waitFor()
    // What waits waits on between two events.
    const before = await shown('longest_wait')
    await expect.poll(() => shown('longest_wait'), { timeout: 10_000 }).not.toBe(before)
    await post(
      event('m-2', 'message.sent', { conversation_id: 'c-m-1', author: { kind: 'agent', id: 'a-1' }, channel: 'web' }),
    )
    await expect.poll(() => shown('waiting_contacts'), { timeout: 10_000 }).toBe('0')
    expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    expect(watched.complaints.splice(0)).toEqual([])
  }, 120_000)

  it('shows what a filter leaves, keeps it in the address, and says what cannot be filtered by it', async () => {
    const says = (id: string, author: object) =>
      event(id, 'message.sent', { conversation_id: 'c-m-1', author, channel: 'web' })
    await post(says('m-f', { kind: 'contact', id: 'v' }))
    await expect.poll(() => shown('waiting_contacts'), { timeout: 10_000 }).toBe('1')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    const editor = page.getByRole('dialog')
    await editor.getByRole('button', { name: 'Channel' }).click()
    await editor.getByLabel(/^Web/).check()
    await editor.getByRole('button', { name: /Apply/ }).click()
    await page.waitForURL(/\/live\?filter=channel:web$/)
    await expect.poll(() => page.locator('main [data-old=true]').count(), { timeout: 10_000 }).toBe(0)
    expect(await shown('waiting_contacts')).toBe('1')
    // Agents are there on no channel.
    await page
      .getByText(/Agents online.* Channel/)
      .first()
      .waitFor()
    await page.goto(`${server.address}/live?filter=channel:sms`)
    await expect.poll(() => shown('waiting_contacts'), { timeout: 10_000 }).toBe('0')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await page.waitForURL(/\/live$/)
    await expect.poll(() => shown('waiting_contacts'), { timeout: 10_000 }).toBe('1')
    await post(says('m-fa', { kind: 'agent', id: 'a-1' }))
    await expect.poll(() => shown('waiting_contacts'), { timeout: 10_000 }).toBe('0')
    await page.evaluate(() => Object.assign(window, { isTheSamePage: true }))
    expect(watched.complaints.splice(0)).toEqual([])
  }, 120_000)

  it('says that it lost the server, and goes on by itself when it is back', async () => {
    const { port } = new URL(server.address)
    const startedAt = performance.now()
    expect(await server.stop()).toMatchObject({ code: 0 })
    // An open stream holds nothing up.
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    await expect.poll(() => page.getByRole('status').textContent(), { timeout: 20_000 }).toBe('Reconnecting')
    expect(await shown('open_sessions')).toBe('1')
    server = await startServer(directory, { PARLEY_PORT: port })
    await server.ready()
    await expect.poll(() => page.getByRole('status').textContent(), { timeout: 30_000 }).toBe('Live')
    await post(asks('m-3'))
    await expect.poll(() => shown('waiting_contacts'), { timeout: 10_000 }).toBe('1')
    expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(true)
  }, 120_000)
})
