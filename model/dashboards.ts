import type { Dashboard } from '@parley/core/declare/dashboard.ts'
import { aftersalesFunnel } from './dashboards/aftersales-funnel.ts'
import { botsPerformance } from './dashboards/bots-performance.ts'
import { botsTrend } from './dashboards/bots-trend.ts'
import { chatsDistribution } from './dashboards/chats-distribution.ts'
import { chatsHandling } from './dashboards/chats-handling.ts'
import { chatsOverview } from './dashboards/chats-overview.ts'
import { chatsPerCategory } from './dashboards/chats-per-category.ts'
import { chatsPerChannel } from './dashboards/chats-per-channel.ts'
import { chatsPerDevice } from './dashboards/chats-per-device.ts'
import { chatsPerInbox } from './dashboards/chats-per-inbox.ts'
import { chatsPerLevel } from './dashboards/chats-per-level.ts'
import { chatsPerUser } from './dashboards/chats-per-user.ts'
import { contacts } from './dashboards/contacts.ts'
import { conversations } from './dashboards/conversations.ts'
import { leaderboard } from './dashboards/leaderboard.ts'
import { messagesSent } from './dashboards/messages-sent.ts'
import { notifications } from './dashboards/notifications.ts'
import { performance } from './dashboards/performance.ts'
import { potentialContacts } from './dashboards/potential-contacts.ts'
import { potentialUsers } from './dashboards/potential-users.ts'
import { potentialVisitors } from './dashboards/potential-visitors.ts'
import { requests } from './dashboards/requests.ts'
import { salesOrders } from './dashboards/sales-orders.ts'
import { satisfaction } from './dashboards/satisfaction.ts'
import { telephony } from './dashboards/telephony.ts'
import { websiteWidget } from './dashboards/website-widget.ts'

/** Every built-in dashboard, in the order of the navigation. */
export const dashboards: readonly Dashboard[] = [
  performance,
  potentialContacts,
  potentialUsers,
  potentialVisitors,
  chatsOverview,
  chatsPerDevice,
  chatsPerChannel,
  chatsPerInbox,
  chatsPerUser,
  chatsPerLevel,
  chatsDistribution,
  chatsPerCategory,
  chatsHandling,
  conversations,
  requests,
  salesOrders,
  websiteWidget,
  satisfaction,
  leaderboard,
  contacts,
  aftersalesFunnel,
  botsPerformance,
  botsTrend,
  notifications,
  telephony,
  messagesSent,
]
