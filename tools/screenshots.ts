import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

/*
 * `npm run screenshots -- LINK`: a picture of every dashboard for the documentation, of a demo that runs. LINK is the one-time
 * link that `npm run demo` prints; the demo has to have its whole year, which takes about a minute from then on.
 * The browser is the one that CHROMIUM_PATH names, or /usr/bin/chromium.
 */

const link = process.argv[2]
const folder = join(import.meta.dirname, '../docs/dashboards')
const range = 'range=last_month'
/** Of a very long page the first screens are enough: the rest are more panels of the same kinds. */
const highest = 1900

type Dashboard = { readonly id: string; readonly group: string; readonly title: string; readonly question: string }
type Index = { readonly groups: { id: string; title: string }[]; readonly dashboards: readonly Dashboard[] }

if (link === undefined || !URL.canParse(link)) {
  console.error('Give the one-time link that `npm run demo` prints: npm run screenshots -- http://…/welcome/…')
  process.exitCode = 2
} else {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await takeAll(browser, link)
  } finally {
    await browser.close()
  }
}

async function takeAll(browser: Browser, signIn: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(signIn)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/dashboards\//)
  const { origin } = new URL(signIn)
  const index = (await (await page.request.get(`${origin}/v1/dashboards`)).json()) as Index
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(join(folder, name))
  for (const { id } of index.dashboards) {
    await take(page, `${origin}/dashboards/${id}?${range}`, join(folder, `${id}.png`))
    console.log(id)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await take(page, `${origin}/dashboards/performance?${range}`, join(folder, 'performance-dark.png'))
  writeFileSync(join(folder, 'README.md'), gallery(index))
}

async function take(page: Page, address: string, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await atRest(page)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  // As high as the page is, so that the navigation beside it is too.
  await page.setViewportSize({ width: 1280, height: Math.min(height, highest) })
  await page.waitForTimeout(400)
  await atRest(page)
  await page.screenshot({ path, animations: 'disabled' })
}

/** No panel is at work any more. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null, null, { timeout: 120_000 })
  await page.waitForTimeout(300)
}

function gallery({ groups, dashboards }: Index): string {
  const chapters = groups.map(({ id, title }) =>
    [
      `## ${title}`,
      ...dashboards
        .filter(({ group }) => group === id)
        .map((one) => `### ${one.title}\n\n${one.question}\n\n![${one.title}](${one.id}.png)`),
    ].join('\n\n'),
  )
  return [
    '# Dashboards',
    'Every dashboard with the numbers of the demo (`npm run demo`), last month. Taken by `npm run screenshots`; do not edit.',
    ...chapters,
    '## In the dark\n\n![Performance, in dark colours](performance-dark.png)',
    '',
  ].join('\n\n')
}
