import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, launchBrowser, openPage, type Watched } from './browser/chromium.ts'
import { createClient, type QueryAnswer } from './client.ts'
import { type ParleyProcess, parley, startProcess } from './process.ts'
import { newDirectory, removeDirectory } from './server.ts'
import { until } from './until.ts'

const folder = join(import.meta.dirname, '../docs/tutorial')
const tutorial = readFileSync(join(folder, 'README.md'), 'utf8')

/** What the tutorial tells to press or to look for: its words in bold. */
const names = new Set(Array.from(tutorial.matchAll(/\*\*([^*]+)\*\*/g), ([, name = '']) => name.replace(/\s+/g, ' ')))
const followed = new Set<string>()

/** A name that is in the tutorial in these words. */
function told(name: string): string {
  if (!names.has(name)) throw new Error(`The tutorial does not tell of **${name}**.`)
  followed.add(name)
  return name
}

/** What the tutorial tells to type, in quotation marks. */
function toldWord(name: string): string {
  expect(tutorial).toContain(`“${name}”`)
  return name
}

/** A `curl` command as it is told, by the end of its address: its method is POST. */
function toldCommand(text: string, end: string): { path: string; body: string } {
  for (const [, path = '', body = ''] of text.matchAll(/curl http:\/\/[^/\s]+(\/\S+)[\s\S]*?-d '([^']+)'/g)) {
    if (path.endsWith(end)) return { path, body }
  }
  throw new Error(`There is no command for ${end}.`)
}

describe.skipIf(!hasChromium)('the tutorial, followed word for word (skipped where there is no Chromium)', () => {
  let directory: string
  let server: ParleyProcess
  let browser: Browser
  let watched: Watched
  let page: Page
  let address: string
  let queryKey: string

  beforeAll(async () => {
    directory = newDirectory()
    server = startProcess(['serve'], { PARLEY_DATA: directory, PARLEY_PORT: '0', PARLEY_HOST: '127.0.0.1' })
    await until('the link is printed', () => server.stdout().includes('/welcome/') || !server.isRunning())
    address = /^Parley is at (http:\S+)$/m.exec(server.stdout())?.[1] ?? ''
    // A person is not as quick as the engine.
    await until('the server is ready', async () => (await fetch(`${address}/readyz`)).status === 200)
    browser = await launchBrowser()
    watched = await openPage(browser)
    page = watched.page
  })

  afterAll(async () => {
    await browser?.close()
    server?.signal('SIGTERM')
    await server?.ended
    if (directory) removeDirectory(directory)
  })

  const press = (name: string) =>
    page
      .getByRole('button', { name: told(name), exact: true })
      .first()
      .click()

  /** Goes where `Group → Page` leads, in the navigation. */
  async function go(way: string): Promise<void> {
    const [name = '', link = ''] = told(way).split(' → ')
    const title = page.getByRole('button', { name, exact: true })
    const group = page.getByRole('navigation').locator('div:has(> button)').filter({ has: title })
    await group.getByRole('link', { name: link, exact: true }).click()
  }

  it('starts with an address and a link, which makes one the owner', async () => {
    expect(tutorial).toContain('Parley is at http://')
    await page.goto(/^ +(http:\S+\/welcome\/\S+)$/m.exec(server.stdout())?.[1] ?? '')
    await page.getByLabel('Your name').fill('Nina')
    await page.getByLabel('Your e-mail').fill('nina@bike.example')
    await page.getByLabel('Your organization').fill(toldWord('Bike shop'))
    await press('Start with Parley')
    await page.getByRole('heading', { name: told('Let the first conversation in') }).waitFor()
  })

  it('turns into a chart at the first event, which counts once', async () => {
    await press('Create a key')
    const step = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: told('Send an event') }) })
    await expect.poll(() => step.locator('pre').textContent()).toMatch(/Bearer sk_\w+'/)
    const command = (await step.locator('pre').textContent()) ?? ''
    const key = /sk_\w+/.exec(command)?.[0] ?? ''
    const { path, body } = toldCommand(command, '/events')
    const headers = { 'content-type': 'application/cloudevents+json' }
    const send = async () => (await createClient(address, key).send('POST', path, { body, headers })).text
    expect(tutorial).toContain(`    ${await send()}\n`)
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    expect(tutorial).toContain('`"duplicates":1`')
    expect(await send()).toContain('"duplicates":1')
    await shows(card('Chats')).toMatch(/^Chats1\D/)
  })

  /** What is to be read there, sooner or later, with plain spaces. */
  const shows = (where: Locator) => expect.poll(async () => ((await where.textContent()) ?? '').replace(/\s+/g, ' '))

  const card = (title: string) =>
    page.locator('main li').filter({ has: page.getByRole('link', { name: title, exact: true }) })

  it('shows the numbers of the day that is brought in, what they mean, and the conversations behind them', async () => {
    const day = execFileSync(process.execPath, [join(folder, 'a-day.mjs')], { encoding: 'utf8' })
    expect(tutorial).toContain('node docs/tutorial/a-day.mjs | npx parley import -')
    const { stdout } = await parley(['import', '-'], { PARLEY_DATA: directory }, day)
    const [answer = ''] = /\d+ accepted.+/.exec(stdout) ?? [stdout]
    expect(tutorial).toContain(answer)
    await go('Chats → Overview')
    await page.keyboard.press('r')
    await page.getByRole('dialog').getByText(told('Yesterday'), { exact: true }).click()
    const table = Array.from(tutorial.matchAll(/^\| ([A-Z][^|]+) \| (\d[^|]*) \|/gm), ([, title = '', value = '']) => [
      title,
      value,
    ])
    expect(table).toHaveLength(3)
    for (const [title = '', value = ''] of table) {
      await shows(card(title)).toContain(`${title}${value}`)
    }
    const panel = page.getByRole('region', { name: told('Chats over time') })
    await panel.getByRole('button', { name: /^What is/ }).click()
    await page.getByText('Why it is useful').waitFor()
    await page.keyboard.press('Escape')
    const box = await panel.boundingBox()
    if (box === null) throw new Error('The chart is nowhere.')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.getByRole('dialog').getByRole('link', { name: 'tutorial-' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Conversation with visitor-' }).waitFor()
    await page.getByText('Is the blue one still there?').first().waitFor()
  })

  it('gives a key to ask the same from outside', async () => {
    await go('Settings → Keys')
    await press('Create a key')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill(toldWord('Spreadsheet'))
    await dialog.getByRole('checkbox', { name: told('Send events') }).uncheck()
    await dialog.getByRole('checkbox', { name: told('Read numbers') }).check()
    await dialog.getByRole('button', { name: told('Create a key') }).click()
    await expect.poll(() => dialog.textContent()).toMatch(/sk_\w+/)
    queryKey = /sk_\w{43}/.exec((await dialog.textContent()) ?? '')?.[0] ?? ''
    await page.keyboard.press('Escape')
    const { path, body } = toldCommand(tutorial, '/query')
    const { json } = await createClient(address, queryKey).send('POST', path, { body })
    const { rows, totals } = json as QueryAnswer
    expect(rows).toEqual([
      ['anna', 5, 0, 20],
      ['ben', 5, 0, 60],
      [null, 2, 2, null],
    ])
    expect(totals).toEqual({ chats: 12, missed_chats: 2, median_first_response_time: 40 })
  })

  it('ends with a dashboard of one’s own, and its workbook', async () => {
    await page.getByRole('button', { name: told('Own dashboards') }).waitFor()
    await page.getByRole('link', { name: told('New dashboard') }).click()
    await page.getByLabel('Title').fill(toldWord('Who is fast'))
    await page.getByRole('button', { name: /^Date range/ }).click()
    await page.getByRole('dialog').getByText(told('Yesterday'), { exact: true }).click()
    const editor = page.getByRole('dialog', { name: 'Add a panel' })
    await press('Add a panel')
    await page.keyboard.type(toldWord('first response'))
    await editor.getByRole('checkbox', { name: told('Median first response time'), exact: true }).check()
    await editor.getByRole('combobox', { name: told('Split by') }).click()
    await page.getByRole('option', { name: told('First agent'), exact: true }).click()
    const kinds = editor.getByRole('radiogroup', { name: told('How to draw it') })
    await expect.poll(() => kinds.getByRole('radio', { name: told('Bars'), exact: true }).isChecked()).toBe(true)
    await shows(editor.getByRole('region', { name: 'Preview' })).toMatch(/Ben1 min.*Anna20 s/)
    await editor.getByRole('button', { name: told('Add to the dashboard') }).click()
    await press('Add a panel')
    await editor.getByRole('checkbox', { name: told('Chats'), exact: true }).check()
    await expect.poll(() => kinds.getByRole('radio', { name: told('Lines'), exact: true }).isChecked()).toBe(true)
    expect(await editor.getByRole('combobox', { name: 'Granularity' }).inputValue()).toBe(told('Over time'))
    await editor.getByRole('button', { name: told('Add to the dashboard') }).click()
    await page
      .getByRole('radiogroup', { name: told('Who sees it') })
      .getByLabel(told('Everybody in Bike shop'))
      .check()
    await press('Save')
    await page.getByRole('heading', { level: 1, name: 'Who is fast' }).waitFor()
    await press('More about this dashboard')
    await page.getByRole('menuitem', { name: told('Duplicate'), exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await press('Download')
    const items = page.getByRole('menuitem')
    await items.first().waitFor()
    const names = await items.evaluateAll((all) => all.map((item) => item.getAttribute('aria-label')))
    expect(names).toEqual([
      `${told('Whole dashboard')} (XLSX)`,
      'Median first response time · First agent (XLSX)',
      'Median first response time · First agent (CSV)',
      'Chats (XLSX)',
      'Chats (CSV)',
    ])
    const [file] = await Promise.all([page.waitForEvent('download'), items.first().click()])
    expect(tutorial).toContain(`-o ${file.suggestedFilename()}`)
    const { path, body } = toldCommand(tutorial, '/workbook')
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const answer = await createClient(address, queryKey).send('POST', path.replace('ID', id), { body })
    expect([answer.status, answer.text.slice(0, 2)]).toEqual([200, 'PK'])
  })

  it('tells of nothing that was not there', () => {
    expect([...names].filter((name) => !followed.has(name))).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
