import type { Page } from 'playwright-core'

/** Shows another page of the app without loading the app again, as a click in its navigation does, and waits for its panels. */
export async function walkTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('main h1')?.setAttribute('data-left', '')
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.locator('main h1:not([data-left])').waitFor()
  await pageAtRest(page)
}

/** Resolves when no panel has been at work for a few frames: an answer may be what the next question waits for. */
export async function pageAtRest(page: Page): Promise<void> {
  await page.evaluate(
    (patienceMs) =>
      new Promise<void>((resolve, reject) => {
        const since = performance.now()
        let quiet = 0
        const look = () => {
          const working = [...document.querySelectorAll('main [aria-busy=true]')]
          quiet = working.length === 0 ? quiet + 1 : 0
          if (quiet === 4) resolve()
          else if (performance.now() - since > patienceMs)
            reject(new Error(`Still at work: ${working.map((one) => one.textContent).join(' | ')}`))
          else requestAnimationFrame(look)
        }
        look()
      }),
    30_000,
  )
}

/** Changes the colours in place, as the system does in the evening. */
export async function turn(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor()
  await pageAtRest(page)
}
