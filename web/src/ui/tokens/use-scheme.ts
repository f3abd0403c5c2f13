import { useComputedColorScheme } from '@mantine/core'
import type { Scheme } from './palette.ts'

/** The scheme that is shown now, whoever chose it. */
export const useScheme = (): Scheme => useComputedColorScheme('light', { getInitialValueInEffect: false })
