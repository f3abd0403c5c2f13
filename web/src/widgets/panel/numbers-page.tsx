import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { GivenColours } from '../../ui/tokens/meanings.ts'
import type { Picked } from '../drawing.ts'
import { type Page, PageContext } from './page-context.ts'
import { RecordsContext } from './records-context.ts'
import { RecordsDrawer } from './records-drawer.tsx'

/** Around the panels of a page: what they share, and the one drawer in which the records behind any of them open. */
export function NumbersPage({ children, ...page }: Omit<Page, 'given'> & { children: ReactNode }) {
  const { view, change, zone, picked, about, filters, metrics, dimensions } = page
  const [opened, setOpened] = useState<{ picked: Picked; isOpen: boolean }>()
  const [given] = useState<GivenColours>(() => new Map())
  const open = useCallback((next: Picked) => setOpened({ picked: next, isOpen: true }), [])
  const value = useMemo(
    () => ({
      ...{ view, change, zone, picked, filters, metrics, dimensions, given },
      ...(about === undefined ? {} : { about }),
    }),
    [view, change, zone, picked, about, filters, metrics, dimensions, given],
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
