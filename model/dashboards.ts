import type { Dashboard } from '@parley/core/declare/dashboard.ts'
import { chatsDistribution } from './dashboards/chats-distribution.ts'
import { chatsOverview } from './dashboards/chats-overview.ts'

/** Every built-in dashboard, in the order of the navigation. */
export const dashboards: readonly Dashboard[] = [chatsOverview, chatsDistribution]
