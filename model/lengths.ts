import type { LengthStep } from '@parley/core/declare/dimension.ts'

/** The steps in which waits for an answer are shown (catalogue §6). A wait of exactly 15 seconds is in the first. */
export const waitSteps: readonly LengthStep[] = [
  { value: 'up_to_15_s', upToSeconds: 15 },
  { value: 'up_to_30_s', upToSeconds: 30 },
  { value: 'up_to_1_min', upToSeconds: 60 },
  { value: 'up_to_5_min', upToSeconds: 300 },
  { value: 'up_to_15_min', upToSeconds: 900 },
  { value: 'up_to_1_h', upToSeconds: 3600 },
  { value: 'over_1_h' },
]

/** The steps in which the lengths of sessions and calls are shown. */
export const lengthSteps: readonly LengthStep[] = [
  { value: 'up_to_30_s', upToSeconds: 30 },
  { value: 'up_to_1_min', upToSeconds: 60 },
  { value: 'up_to_3_min', upToSeconds: 180 },
  { value: 'up_to_10_min', upToSeconds: 600 },
  { value: 'up_to_30_min', upToSeconds: 1800 },
  { value: 'up_to_1_h', upToSeconds: 3600 },
  { value: 'over_1_h' },
]
