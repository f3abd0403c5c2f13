import type { Fact } from '@parley/core/declare/fact.ts'
import { messages } from './messages/fact.ts'
import { outcomes } from './outcomes/fact.ts'
import { replies } from './replies/fact.ts'
import { sessions } from './sessions/fact.ts'
import { surveys } from './surveys/fact.ts'

/** Every fact Parley derives. */
export const facts: readonly Fact[] = [sessions, messages, replies, outcomes, surveys]
