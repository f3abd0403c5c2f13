import { createContext, useContext } from 'react'
import type { DimensionInfo, MetricInfo } from '../../ask/catalogue.ts'
import type { View } from '../../ask/view/view.ts'
import type { PageColours } from '../../ui/tokens/page-colours.ts'

/** What all panels of a page share: what the reader chose, and the words of the catalogue. */
export type Page = {
  readonly view: View
  change(view: View): void
  /** The time zone in force: the view's, else the organization's. */
  readonly zone: string
  /** The metric of the page's picker, where it has one. */
  readonly picked: string | undefined
  /** The metric whose own page it is. */
  readonly about?: string
  /** Dimensions the page offers as filters: what is clicked filters it by them. */
  readonly filters: readonly string[]
  readonly metrics: ReadonlyMap<string, MetricInfo>
  readonly dimensions: ReadonlyMap<string, DimensionInfo>
  /** So that the same value has the same colour in all panels. */
  readonly colours: PageColours
}

export const PageContext = createContext<Page | null>(null)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (page === null) throw new Error('A panel stands on a page of numbers.')
  return page
}
