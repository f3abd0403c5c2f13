import { countMetric, durationMetrics, type Metric, shareMetric } from '@parley/core/declare/metric.ts'

const isHandledByBot = 'bot_messages > 0 AND agent_messages = 0'
const isHandledByOperator = 'agent_messages > 0'

/** Numbers of sessions, counted when the session began. */
export const sessionMetrics: readonly Metric[] = [
  countMetric('chats', 'sessions', 'is_chat', ['000', '001', '002', '004']),
  countMetric('conversations', 'sessions', 'is_two_way', ['001']),
  countMetric('conversations_text', 'sessions', 'is_two_way AND is_chat', ['001']),
  countMetric('conversations_video', 'sessions', 'is_two_way AND has_video', ['001']),
  countMetric('chats_with_agent_reply', 'sessions', isHandledByOperator, ['000']),
  countMetric('missed_chats', 'sessions', 'is_unheard AND closes_at <= {now}', ['000']),
  countMetric('skipped_chats', 'sessions', 'is_skipped', ['002']),
  countMetric('bot_handled_chats', 'sessions', isHandledByBot, ['002']),
  shareMetric('bot_handled_share', 'sessions', isHandledByBot, 'is_chat', ['002']),
  countMetric('operator_handled_chats', 'sessions', isHandledByOperator, ['002']),
  shareMetric('operator_handled_share', 'sessions', isHandledByOperator, 'is_chat', ['002']),
  countMetric('effective_chats', 'sessions', 'is_effective', ['004']),
  countMetric('leads', 'sessions', 'is_lead', ['004']),
  countMetric('service_chats', 'sessions', 'is_service', ['004']),
  countMetric('bot_chats', 'sessions', 'is_bot_chat', ['004']),
  {
    id: 'chatpoints',
    fact: 'sessions',
    unit: 'points',
    measure: { kind: 'sum', of: 'chatpoints' },
    additive: true,
    empty: 0,
    source: ['004'],
  },
  {
    id: 'points_v1',
    fact: 'sessions',
    unit: 'points',
    measure: { kind: 'sum', of: 'points_v1' },
    additive: true,
    empty: 0,
    source: ['004'],
  },
  {
    id: 'active_contacts',
    fact: 'sessions',
    unit: 'count',
    measure: { kind: 'unique', of: 'contact', where: "is_chat AND contact != ''" },
    additive: false,
    empty: 0,
    source: ['004'],
  },
  ...durationMetrics({
    id: 'session_duration',
    fact: 'sessions',
    of: 'duration',
    where: 'is_chat',
    source: ['000', '001'],
  }),
]
