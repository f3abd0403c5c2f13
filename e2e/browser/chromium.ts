import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Where the browser is; `npm test` finds or installs one and says so here. */
const executablePath = process.env.PARLEY_TEST_CHROMIUM ?? process.env.CHROMIUM_PATH

export const hasChromium = executablePath !== undefined

/** A browser without a window. It asks nobody on the network for anything. */
export function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  if (executablePath === undefined) throw new Error('There is no Chromium: name one in CHROMIUM_PATH.')
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...further,
  ]
  return chromium.launch({ executablePath, args })
}

/** A page, and everything it complained of. */
export type Watched = { readonly page: Page; readonly complaints: string[]; close(): Promise<void> }

export type Look = {
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  readonly language?: 'en' | 'nl' | 'ru'
}

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** Opens a page that looks a certain way; errors on its console, failed requests and exceptions are complaints. */
export async function openPage(browser: Browser, look: Look = {}, storageState?: StorageState): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: 900 },
    colorScheme: look.scheme ?? 'light',
    locale: look.language ?? 'en',
    reducedMotion: 'reduce',
    ...(storageState && { storageState }),
  })
  // Whatever the user has chosen elsewhere: what is chosen in a browser goes first in it.
  const { language } = look
  if (language !== undefined)
    await context.addInitScript((chosen) => localStorage.setItem('parley-language', chosen), language)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, complaints, close: () => context.close() }
}

/**
 * What axe finds wrong on the page as it is now, by WCAG 2.2 AA; one line each. It runs in the page alone, in half the time:
 * otherwise it gathers what frames of other origins say on a page of its own, and the app has no frames.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('The page has frames: axe would not look into all of them.')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}
