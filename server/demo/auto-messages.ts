import type { DemoOrganization } from './organizations/organization.ts'
import type { Language } from './talk/talk.ts'

/** A message that a site shows by itself. */
export type AutoMessage = {
  readonly auto_message_id: string
  readonly trigger: string
  readonly text: string
  readonly target_url: string
}

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    time_on_page: 'Hard to choose? We will gladly think along.',
    exit_intent: 'Before you go: may we answer a question?',
    returning_visitor: 'Nice to see you again! Shall we go on where we stopped?',
  },
  nl: {
    time_on_page: 'Twijfel je nog? We denken graag met je mee.',
    exit_intent: 'Voordat je gaat: kunnen we nog iets voor je doen?',
    returning_visitor: 'Leuk dat je er weer bent! Zullen we verder kijken?',
  },
  ru: {
    time_on_page: 'Сложно выбрать? Поможем определиться.',
    exit_intent: 'Уже уходите? Можем ответить на ваш вопрос.',
    returning_visitor: 'Рады видеть вас снова! Продолжим?',
  },
}

/** What the site of an organization says by itself, most often first. */
export function autoMessagesOf({ key, language, site }: DemoOrganization): readonly AutoMessage[] {
  return Object.entries(texts[language]).map(([trigger, text]) => ({
    auto_message_id: `${key}-${trigger}`,
    trigger: `${trigger.charAt(0).toUpperCase()}${trigger.slice(1).replaceAll('_', ' ')}`,
    text,
    target_url: `${site}/contact`,
  }))
}
