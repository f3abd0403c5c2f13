import { agentTexts } from '../agents/texts.ts'
import { botTexts } from '../bots/texts.ts'
import { callTexts } from '../calls/texts.ts'
import { costTexts } from '../costs/texts.ts'
import { invitationTexts } from '../invitations/texts.ts'
import { messageTexts } from '../messages/texts.ts'
import { notificationTexts } from '../notifications/texts.ts'
import { offerTexts } from '../offers/texts.ts'
import { orderTexts } from '../orders/texts.ts'
import { potentialTexts } from '../potentials/texts.ts'
import { replyTexts } from '../replies/texts.ts'
import { requestTexts } from '../requests/texts.ts'
import { sessionTexts } from '../sessions/texts.ts'
import { surveyTexts } from '../surveys/texts.ts'
import { visitTexts } from '../visits/texts.ts'
import { widgetTexts } from '../widgets/texts.ts'
import type { MetricTexts } from './texts.ts'

/** Metrics in words, subject by subject: no two have a text for the same. */
export const metricTextsBySubject: readonly MetricTexts[] = [
  agentTexts,
  botTexts,
  callTexts,
  costTexts,
  invitationTexts,
  messageTexts,
  notificationTexts,
  offerTexts,
  orderTexts,
  potentialTexts,
  replyTexts,
  requestTexts,
  sessionTexts,
  surveyTexts,
  visitTexts,
  widgetTexts,
]

/** Every metric in words, in each language. */
export const metricTexts: MetricTexts = Object.assign({}, ...metricTextsBySubject)
