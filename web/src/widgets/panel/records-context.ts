import { createContext, useContext } from 'react'
import type { Picked } from '../drawing.ts'

/** Opens the records behind a number; the page provides it, because it knows the range and the filters. */
export const RecordsContext = createContext<(pick: Picked) => void>(() => {})

export const useRecords = () => useContext(RecordsContext)
