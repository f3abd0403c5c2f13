import { type Browser, chromium, type Page } from 'playwright-core'

/*
 * `npm run redraw -- LINK`: how long a reader waits for the panels of each dashboard, in a demo that runs: until all are drawn
 * when it is opened from another page of the app, and until all are drawn anew after another filter, over a year of data.
 * LINK is the one-time link that `npm run demo` prints. The browser is the one that CHROMIUM_PATH names, or /usr/bin/chromium.
 *
 * The wait is told in three parts: until the first question leaves, until the last answer is there, and the drawing after that.
 * The middle one is the server's and that of the wire; the rest is the app's.
 */

const link = process.argv[2]
const dayMs = 24 * 60 * 60 * 1000
const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)
/** The year until now, which a demo tells of. */
const range = `from=${dayAt(Date.now() - 365 * dayMs)}&to=${dayAt(Date.now() + dayMs)}`
/** Filters nobody has asked by yet: what was asked once is remembered. */
const channels = ['whatsapp', 'web', 'telegram', 'email', 'facebook']
const promisedMs = 400

type Wait = { readonly asked: number; readonly answered: number; readonly drawn: number; readonly questions: number }
type Index = { readonly dashboards: readonly { readonly id: string; readonly filters?: readonly string[] }[] }

if (link === undefined || !URL.canParse(link)) {
  console.error('Give the one-time link that `npm run demo` prints: npm run redraw -- http://…/welcome/…')
  process.exitCode = 2
} else {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await measureAll(browser, link)
  } finally {
    await browser.close()
  }
}

async function measureAll(browser: Browser, signIn: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await page.goto(signIn)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/dashboards\//)
  const { origin } = new URL(signIn)
  const index = (await (await page.request.get(`${origin}/v1/dashboards`)).json()) as Index
  console.log(
    'dashboard                  opened (asked + answered + drawn)   filtered (asked + answered + drawn)  questions',
  )
  const all: { opened: Wait[]; filtered: Wait[] } = { opened: [], filtered: [] }
  for (const { id } of index.dashboards) {
    const path = `/dashboards/${id}?${range}`
    await waitFor(page, '/settings/keys')
    const opened = await waitFor(page, path)
    all.opened.push(opened)
    const filtered: Wait[] = []
    const { filters } = (await (await page.request.get(`${origin}/v1/dashboards/${id}`)).json()) as {
      filters: readonly string[]
    }
    if (filters.includes('channel'))
      for (const channel of channels) filtered.push(await waitFor(page, `${path}&filter=channel:${channel}`))
    all.filtered.push(...filtered)
    console.log(`${id.padEnd(26)} ${inWords(opened)}   ${inWords(middleOf(filtered))}  ${opened.questions}`)
  }
  for (const [name, waits] of Object.entries(all)) {
    const drawn = waits.map(({ drawn }) => drawn).sort((one, other) => one - other)
    const at = (part: number) => Math.round(drawn[Math.floor((drawn.length - 1) * part)] ?? 0)
    const within = drawn.filter((ms) => ms <= promisedMs).length
    console.log(
      `${name}: median ${at(0.5)} ms, 19 of 20 within ${at(0.95)} ms, ${within} of ${drawn.length} within ${promisedMs} ms`,
    )
  }
}

/** Goes somewhere as a click in the app does, and waits in the page itself: no message on the way is part of the time. */
function waitFor(page: Page, path: string): Promise<Wait> {
  return page.evaluate(
    (to) =>
      new Promise<Wait>((resolve, reject) => {
        performance.clearResourceTimings()
        const start = performance.now()
        const left = document.querySelector('main h1')?.textContent
        const isElsewhere = new URL(to, location.href).pathname !== location.pathname
        history.pushState({}, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
        let last = start
        let quiet = 0
        const look = () => {
          const now = performance.now()
          const isBusy =
            document.querySelector('main [aria-busy=true], main [data-old=true]') !== null ||
            (isElsewhere && document.querySelector('main h1')?.textContent === left)
          quiet = isBusy || quiet === 0 ? (isBusy ? 0 : 1) : quiet + 1
          // The frame in which it was first at rest counts; a few more show that it stays so.
          if (quiet <= 1) last = now
          if (quiet < 6 && now - start < 60_000) return void requestAnimationFrame(look)
          if (quiet < 6) return reject(new Error(`${to} is still at work after a minute.`))
          const asked = performance
            .getEntriesByType('resource')
            .filter(({ name }) => /\/v1\/(query|phrases|records)/.test(name)) as PerformanceResourceTiming[]
          resolve({
            asked: asked.length === 0 ? 0 : Math.min(...asked.map(({ startTime }) => startTime)) - start,
            answered: asked.length === 0 ? 0 : Math.max(...asked.map(({ responseEnd }) => responseEnd)) - start,
            drawn: last - start,
            questions: asked.length,
          })
        }
        // React begins in a task of its own.
        requestAnimationFrame(() => requestAnimationFrame(look))
      }),
    path,
  )
}

function middleOf(waits: readonly Wait[]): Wait | undefined {
  return [...waits].sort((one, other) => one.drawn - other.drawn)[Math.floor((waits.length - 1) / 2)]
}

function inWords(wait: Wait | undefined): string {
  if (wait === undefined) return '–'.padEnd(34)
  const { asked, answered, drawn } = wait
  const parts = [asked, answered - asked, drawn - answered].map((ms) => Math.max(0, Math.round(ms)))
  return `${String(Math.round(drawn)).padStart(5)} ms (${parts.join(' + ')})`.padEnd(34)
}
