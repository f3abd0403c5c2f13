import type { Thread } from '@parley/core/declare/thread.ts'
import { facts } from './facts.ts'

/** Every kind of thread that facts are derived from. */
export const threads: readonly Thread[] = [...new Set(facts.map(({ thread }) => thread))]
