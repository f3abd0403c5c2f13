import type { Page } from 'playwright-core'
import type { Client } from '../client.ts'
import { axeViolations, type Watched } from './chromium.ts'
import { turn, walkTo } from './walk.ts'

export type Language = 'en' | 'nl' | 'ru'

/** The totals that the API gives for the metrics of a dashboard's cards, with their units. */
type Totals = ReadonlyMap<string, { readonly value: number | null; readonly unit: string }>

/** What no page may say: what a program says when it has nothing to say, and keys of texts. */
const noWords = /NaN|undefined|Infinity|\[object|\bnull\b|\b[a-z]+\.[a-z_]+\.[a-z_]+\b|\{\{/

/**
 * Everything that is wrong with one dashboard in one language, in light and in dark: complaints of the browser, words of a
 * program, alerts, panels without data, numbers that are not the API's, violations of WCAG 2.2 AA. One line each.
 */
export async function faultsOf(
  { page, complaints }: Watched,
  id: string,
  query: string,
  { language, totals, hasAxe }: { language: Language; totals: Totals; hasAxe: boolean },
): Promise<string[]> {
  const faults: string[] = []
  await walkTo(page, `/dashboards/${id}?${query}`)
  faults.push(...(await emptyPanels(page)).map((title) => `has nothing in “${title}”`))
  faults.push(...(await wrongCards(page, totals, language)))
  // In the colours it has already, and then in the others: the next page begins with those.
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  for (const scheme of isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)) {
    await turn(page, scheme)
    const found = [
      ...(((await page.locator('main').textContent()) ?? '').match(noWords) ?? []).map((word) => `says “${word}”`),
      ...(await page.locator('main [role=alert]').allTextContents()).map((text) => `alerts “${text}”`),
      ...complaints.splice(0).map((text) => `complains “${text}”`),
      ...(hasAxe ? await axeViolations(page) : []),
    ]
    const spoken = await page.evaluate(() => document.documentElement.lang)
    if (spoken !== language) found.push(`speaks ${spoken}`)
    faults.push(...found.map((fault) => `in ${scheme} ${fault}`))
  }
  return faults.map((fault) => `${id} in ${language} ${fault}`)
}

/** The titles of panels that have no data: neither a drawing nor a row. */
const emptyPanels = (page: Page): Promise<string[]> =>
  page
    .locator('main section:is([aria-labelledby], [aria-label])[data-width]')
    .evaluateAll((panels) =>
      panels
        .filter((panel) => panel.querySelector('[data-drawn=true], tbody tr') === null)
        .map((panel) => panel.querySelector('h2')?.textContent ?? panel.getAttribute('aria-label') ?? ''),
    )

/** Cards whose number is not the API's. Amounts and durations have words in them and are compared elsewhere. */
async function wrongCards(page: Page, totals: Totals, language: Language): Promise<string[]> {
  const cards = await page.locator('main li:has(a[href*="/metric/"])').evaluateAll((items) =>
    items.map((item) => ({
      metric: /\/metric\/([a-z0-9_]+)/.exec(item.querySelector('a')?.getAttribute('href') ?? '')?.[1] ?? '',
      text: item.textContent ?? '',
    })),
  )
  const wrong: string[] = []
  for (const { metric, text } of cards) {
    const total = totals.get(metric)
    const number = total === undefined ? undefined : asShown(total.value, total.unit, language)
    if (number !== undefined && !bare(text).includes(bare(number)))
      wrong.push(`shows ${metric} as “${text}” and not as ${number}`)
  }
  return wrong
}

const bare = (text: string): string => text.replaceAll(/\s/g, '')

const locales = { en: 'en-GB', nl: 'nl-NL', ru: 'ru-RU' }

function asShown(value: number | null, unit: string, language: Language): string | undefined {
  const format = (options: Intl.NumberFormatOptions) =>
    value === null ? '–' : new Intl.NumberFormat(locales[language], options).format(value)
  if (unit === 'ratio') return format({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  if (unit === 'rating') return format({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
  // Of big ones a card shows the first digits only.
  if ((unit === 'count' || unit === 'points') && Math.abs(value ?? 0) < 10_000)
    return format({ maximumFractionDigits: Number.isInteger(value) ? 0 : 1 })
  return undefined
}

/** What the API says of the metrics on a dashboard's cards, in a range of local dates. */
export async function totalsOf(client: Client, id: string, range: object): Promise<Totals> {
  type Panel = { readonly kind: string; readonly metrics: readonly string[] }
  const { panels } = (await client.send('GET', `/v1/dashboards/${id}`)).json as { panels: Panel[] }
  const metrics = [...new Set(panels.flatMap((panel) => (panel.kind === 'cards' ? panel.metrics : [])))]
  if (metrics.length === 0) return new Map()
  const { columns, totals } = await client.query({ metrics, range, time_zone: 'Europe/Amsterdam' })
  const unitOf = new Map(columns.map((column) => [column.id, column.unit ?? '']))
  return new Map(metrics.map((metric) => [metric, { value: totals[metric] ?? null, unit: unitOf.get(metric) ?? '' }]))
}
