import type { MetricTexts } from '../texts/texts.ts'

export const botTexts = {
  bot_starts: {
    en: {
      title: 'Bot starts',
      what: 'The number of times a bot took up a conversation.',
      when: 'When the bot starts. A bot that starts twice in one conversation counts twice.',
      why: 'Shows how often your bots are put to work.',
      formula: 'starts of bots',
    },
    nl: {
      title: 'Gestarte bots',
      what: 'Het aantal keren dat een bot een gesprek oppakte.',
      when: 'Wanneer de bot start. Een bot die in één gesprek twee keer start, telt twee keer.',
      why: 'Laat zien hoe vaak je bots aan het werk gaan.',
      formula: 'starts van bots',
    },
    ru: {
      title: 'Запуски ботов',
      what: 'Сколько раз бот брал разговор.',
      when: 'В момент запуска бота. Бот, запущенный в разговоре дважды, учитывается дважды.',
      why: 'Показывает, как часто ваши боты берутся за работу.',
      formula: 'запуски ботов',
    },
  },
  bot_handovers: {
    en: {
      title: 'Bot handovers',
      what: 'The number of times a bot handed a conversation over to people.',
      when: 'When the bot hands over.',
      why: 'Shows how often your bots need a person.',
      formula: 'handovers by bots',
    },
    nl: {
      title: 'Overdrachten door bots',
      what: 'Het aantal keren dat een bot een gesprek aan mensen overdroeg.',
      when: 'Wanneer de bot overdraagt.',
      why: 'Laat zien hoe vaak je bots een mens nodig hebben.',
      formula: 'overdrachten door bots',
    },
    ru: {
      title: 'Передачи от ботов',
      what: 'Сколько раз бот передавал разговор людям.',
      when: 'В момент передачи.',
      why: 'Показывает, как часто вашим ботам нужен человек.',
      formula: 'передачи от ботов',
    },
  },
} satisfies MetricTexts
