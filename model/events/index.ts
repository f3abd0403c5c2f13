import { agentEvents } from './agent.ts'
import { autoMessageEvents } from './auto-message.ts'
import { botEvents } from './bot.ts'
import { callEvents } from './call.ts'
import { contactEvents } from './contact.ts'
import { conversationEvents } from './conversation.ts'
import { entityEvents } from './entity.ts'
import type { EventDeclaration, EventSample } from './event-declaration.ts'
import { invitationEvents } from './invitation.ts'
import { messageEvents } from './message.ts'
import { notificationEvents } from './notification.ts'
import { orderEvents } from './order.ts'
import { outcomeEvents } from './outcome.ts'
import { pageEvents } from './page.ts'
import { surveyEvents } from './survey.ts'
import { widgetEvents } from './widget.ts'

const declared = {
  ...pageEvents,
  ...widgetEvents,
  ...autoMessageEvents,
  ...contactEvents,
  ...conversationEvents,
  ...messageEvents,
  ...botEvents,
  ...outcomeEvents,
  ...surveyEvents,
  ...invitationEvents,
  ...orderEvents,
  ...notificationEvents,
  ...callEvents,
  ...agentEvents,
  ...entityEvents,
}

/** The `type` of an event. */
export type EventType = keyof typeof declared

/** Every type of event that Parley takes, in the order of the contract. */
export const eventTypes: Readonly<Record<EventType, EventDeclaration>> = declared

/** A sample as it is sent: a CloudEvent in its JSON form. */
export function cloudEventOf(type: EventType, sample: EventSample) {
  return { specversion: '1.0', type, ...sample }
}
