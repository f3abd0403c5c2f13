import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { fromSearch, toSearch } from '../../ask/view/address.ts'
import type { View } from '../../ask/view/view.ts'

/** The view the address holds, and how to change it: every change is a step that "back" undoes. */
export function useView(): { readonly view: View; change(view: View): void } {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = useMemo(() => fromSearch(search), [search])
  const change = useCallback(
    (next: View) => void navigate({ to: '.', search: toSearch(next), resetScroll: false }),
    [navigate],
  )
  return { view, change }
}
