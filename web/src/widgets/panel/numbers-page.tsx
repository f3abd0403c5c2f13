import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { createPageColours } from '../../ui/tokens/page-colours.ts'
import type { Picked } from '../drawing.ts'
import { type Page, PageContext } from './page-context.ts'
import { RecordsContext } from './records-context.ts'
import { RecordsDrawer } from './records-drawer.tsx'

/** Around the panels of a page: what they share, and the one drawer in which the records behind any of them open. */
export function NumbersPage({ children, ...page }: Omit<Page, 'colours'> & { children: ReactNode }) {
  const { view, change, zone, picked, about, filters, metrics, dimensions } = page
  const [opened, setOpened] = useState<{ picked: Picked; isOpen: boolean }>()
  const [colours] = useState(createPageColours)
  const [asked, setAsked] = useState(view)
  if (asked !== view) {
    setAsked(view)
    colours.keep()
  }
  const open = useCallback((next: Picked) => setOpened({ picked: next, isOpen: true }), [])
  const value = useMemo(
    () => ({
      ...{ view, change, zone, picked, filters, metrics, dimensions, colours },
      ...(about === undefined ? {} : { about }),
    }),
    [view, change, zone, picked, about, filters, metrics, dimensions, colours],
  )
  return (
    <PageContext value={value}>
      <RecordsContext value={open}>
        {children}
        <RecordsDrawer
          picked={opened?.picked}
          isOpen={opened?.isOpen ?? false}
          onClose={() => setOpened((now) => (now === undefined ? now : { ...now, isOpen: false }))}
        />
      </RecordsContext>
    </PageContext>
  )
}
