import type { DashboardTexts } from '../../texts/texts.ts'

export const aftersalesDashboards = {
  aftersales_funnel: {
    title: { en: 'Funnel', nl: 'Trechter', ru: 'Воронка' },
    question: {
      en: 'How many invitations lead to a conversation with an update, and where does it stop?',
      nl: 'Hoeveel uitnodigingen leiden tot een gesprek met een update, en waar stokt het?',
      ru: 'Сколько приглашений приводят к диалогу с ответом и где всё останавливается?',
    },
    panels: {
      steps: {
        en: 'From invitation to update',
        nl: 'Van uitnodiging tot update',
        ru: 'От приглашения до ответа оператора',
      },
      by_campaign: { en: 'By campaign', nl: 'Per campagne', ru: 'По кампаниям' },
      over_time: { en: 'Over time', nl: 'In de tijd', ru: 'Во времени' },
      not_joined: { en: 'Invited, not joined', nl: 'Uitgenodigd, niet gekomen', ru: 'Приглашены, но не пришли' },
      not_answered: {
        en: 'Joined, not answered',
        nl: 'Gekomen, geen antwoord gekregen',
        ru: 'Пришли, но не получили ответа',
      },
    },
  },
} satisfies DashboardTexts
