import { aftersalesDashboards } from '../dashboards/texts/aftersales.ts'
import { analyticsDashboards } from '../dashboards/texts/analytics.ts'
import { botsDashboards } from '../dashboards/texts/bots.ts'
import { chatsDashboards } from '../dashboards/texts/chats.ts'
import { contactsDashboards } from '../dashboards/texts/contacts.ts'
import { conversationsDashboards } from '../dashboards/texts/conversations.ts'
import { notificationsDashboards } from '../dashboards/texts/notifications.ts'
import { overviewDashboards } from '../dashboards/texts/overview.ts'
import { potentialDashboards } from '../dashboards/texts/potential.ts'
import { salesDashboards } from '../dashboards/texts/sales.ts'
import { surveysDashboards } from '../dashboards/texts/surveys.ts'
import { teamDashboards } from '../dashboards/texts/team.ts'
import { telephonyDashboards } from '../dashboards/texts/telephony.ts'
import { websiteDashboards } from '../dashboards/texts/website.ts'
import type { DashboardTexts } from './texts.ts'

/** Every built-in dashboard in words, in each language. */
export const dashboardTexts: DashboardTexts = {
  ...overviewDashboards,
  ...potentialDashboards,
  ...chatsDashboards,
  ...conversationsDashboards,
  ...salesDashboards,
  ...websiteDashboards,
  ...surveysDashboards,
  ...teamDashboards,
  ...contactsDashboards,
  ...aftersalesDashboards,
  ...botsDashboards,
  ...notificationsDashboards,
  ...telephonyDashboards,
  ...analyticsDashboards,
}
