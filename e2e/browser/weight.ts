import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'

/**
 * Counts the JavaScript that a page loads, in bytes when packed with gzip, without the libraries of charts and of tables, which
 * come when the first of those is drawn, and without the search, which comes a second after the page. To be called before the
 * page is opened; the result is told when asked for.
 */
export function weigh(page: Page): () => Promise<number> {
  const scripts: Response[] = []
  const keep = (response: Response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js') && !/\/(charts|tables|search)-[^/]*$/.test(pathname)) scripts.push(response)
  }
  page.on('response', keep)
  return async () => {
    page.off('response', keep)
    const bodies = await Promise.all(scripts.map((response) => response.body()))
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  }
}
