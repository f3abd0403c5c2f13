import { countMetric, type Metric, ratioMetric, whereBetter } from '@parley/core/declare/metric.ts'

const impressionVisitors = visitorsWho('widget_impression_visitors', "widget_action = 'widget_shown'")
const clickVisitors = visitorsWho(
  'widget_click_visitors',
  "widget_action IN ('widget_clicked', 'auto_message_clicked')",
)

/** Numbers of what visitors saw and clicked, counted when they did. */
export const widgetMetrics: readonly Metric[] = [
  impressionVisitors,
  clickVisitors,
  whereBetter('more', ratioMetric('widget_ctr', clickVisitors, impressionVisitors, ['001'])),
  // A click may be told as `widget.clicked` on the auto message as well: only one of the two says which trigger it was.
  countMetric('auto_message_clicks', 'widget_actions', "widget_action = 'auto_message_clicked'", ['001']),
]

function visitorsWho(id: string, where: string): Metric {
  return {
    id,
    fact: 'widget_actions',
    unit: 'count',
    measure: { kind: 'unique', of: 'visitor_id', where },
    additive: false,
    empty: 0,
    source: ['001'],
  }
}
