import type { AskedFact, Fact } from '@parley/core/declare/fact.ts'
import { activity } from './agents/activity.ts'
import { presence } from './agents/fact.ts'
import { interactions } from './agents/interactions.ts'
import { botTurns } from './bots/fact.ts'
import { calls } from './calls/fact.ts'
import { talks } from './calls/talks.ts'
import { conversations } from './conversations/fact.ts'
import { costs } from './costs/fact.ts'
import { identifications } from './identifications/fact.ts'
import { invitations } from './invitations/fact.ts'
import { messages } from './messages/fact.ts'
import { notifications } from './notifications/fact.ts'
import { offers } from './offers/fact.ts'
import { attributedOrders } from './orders/attribution.ts'
import { orders } from './orders/fact.ts'
import { outcomes } from './outcomes/fact.ts'
import { replies } from './replies/fact.ts'
import { requests } from './requests/fact.ts'
import { sessions } from './sessions/fact.ts'
import { surveys } from './surveys/fact.ts'
import { contactVisits } from './visits/contact-visits.ts'
import { visits } from './visits/fact.ts'
import { widgetActions } from './widgets/fact.ts'

/** Every fact Parley derives. */
export const facts: readonly Fact[] = [
  sessions,
  messages,
  replies,
  outcomes,
  surveys,
  requests,
  offers,
  botTurns,
  invitations,
  presence,
  activity,
  notifications,
  calls,
  orders,
  identifications,
  visits,
  widgetActions,
]

/** Facts whose rows are made, or completed, when they are asked for. */
export const madeFacts: readonly AskedFact[] = [
  talks,
  attributedOrders,
  costs,
  contactVisits,
  conversations,
  interactions,
]
