import { notifications } from '@mantine/notifications'
import { earliestDay } from '@parley/core/dashboards/window-range.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { countedSince, type FirstMetric, today } from '../../ask/use-is-new.ts'

/** The dashboard whose first chart shows what came in. */
const dashboardOf: Readonly<Record<FirstMetric, string>> = {
  messages: 'chats_overview',
  visits: 'website_widget',
  notifications: 'notifications',
  calls: 'telephony',
  orders_all: 'sales_orders',
}

/** When the first event arrives while one waits for it: shows the chart in which it is counted, of today where it is of today. */
export function useArrival(isWaiting: boolean, zone: string): void {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const wasWaiting = useRef(false)
  useEffect(() => {
    if (isWaiting) {
      wasWaiting.current = true
      return
    }
    if (!wasWaiting.current) return
    wasWaiting.current = false
    const show = async () => {
      const [ofToday, ever] = await Promise.all([countedSince(today(zone), zone), countedSince(earliestDay, zone)])
      const [first] = [...ofToday, ...ever]
      if (first === undefined) return
      // The charts asked before there was anything: they ask again.
      void client.invalidateQueries({ queryKey: ['query'] })
      notifications.show({ message: t('first_steps.arrived') })
      await navigate({
        to: '/dashboards/$id',
        params: { id: dashboardOf[first] },
        search: ofToday.length > 0 ? { range: 'today' } : {},
      })
    }
    // Where the server falls silent just now the page that is there is as good.
    show().catch(() => undefined)
  }, [isWaiting, zone, client, navigate, t])
}
