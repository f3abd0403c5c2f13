import type { MetricTexts } from '../texts/texts.ts'

export const invitationTexts = {
  invitations: {
    en: {
      title: 'Invitations',
      what: 'The number of invitations to a conversation that were sent to contacts.',
      when: 'When the invitation is sent. A reminder is an invitation of its own.',
      why: 'Shows how many contacts you asked to join, the first step of the funnel.',
      formula: 'invitations sent',
    },
    nl: {
      title: 'Uitnodigingen',
      what: 'Het aantal uitnodigingen voor een gesprek dat naar contacten is gestuurd.',
      when: 'Wanneer de uitnodiging wordt verstuurd. Een herinnering is een eigen uitnodiging.',
      why: 'Laat zien hoeveel contacten je hebt gevraagd mee te doen, de eerste stap van de trechter.',
      formula: 'verstuurde uitnodigingen',
    },
    ru: {
      title: 'Приглашения',
      what: 'Количество отправленных контактам приглашений в разговор.',
      when: 'В момент отправки. Напоминание — отдельное приглашение.',
      why: 'Показывает, скольких контактов вы пригласили; это первый шаг воронки.',
      formula: 'отправленные приглашения',
    },
  },
  invitations_joined: {
    en: {
      title: 'Invitations joined',
      what: 'The number of invitations after which the contact wrote.',
      when: 'When the invitation was sent. What the contact writes after a further invitation belongs to that one.',
      why: 'Shows how many contacts accept your invitation, the second step of the funnel.',
      formula: 'invitations with a contact message before the next invitation',
    },
    nl: {
      title: 'Aanvaarde uitnodigingen',
      what: 'Het aantal uitnodigingen waarna het contact schreef.',
      when: 'Wanneer de uitnodiging werd verstuurd. Wat het contact na een volgende uitnodiging schrijft, hoort bij die.',
      why: 'Laat zien hoeveel contacten je uitnodiging aannemen, de tweede stap van de trechter.',
      formula: 'uitnodigingen met een bericht van het contact voor de volgende uitnodiging',
    },
    ru: {
      title: 'Принятые приглашения',
      what: 'Количество приглашений, после которых контакт написал.',
      when: 'По времени отправки приглашения. Написанное после следующего приглашения относится к нему.',
      why: 'Показывает, сколько контактов принимает приглашение; это второй шаг воронки.',
      formula: 'приглашения с сообщением контакта до следующего приглашения',
    },
  },
  invitations_answered: {
    en: {
      title: 'Invitations with an update',
      what: 'The number of invitations after which the contact wrote and an agent then shared an update by writing.',
      when: 'When the invitation was sent. Only what an agent writes after the contact joined counts.',
      why: 'Shows how many contacts who joined were kept informed, the third step of the funnel.',
      formula: 'invitations with an agent message after the contact’s first',
    },
    nl: {
      title: 'Uitnodigingen met een update',
      what: 'Het aantal uitnodigingen waarna het contact schreef en een medewerker daarna een update gaf.',
      when: 'Wanneer de uitnodiging werd verstuurd. Alleen wat een medewerker schrijft nadat het contact meedeed, telt.',
      why: 'Laat zien hoeveel contacten die meededen op de hoogte zijn gehouden, de derde stap van de trechter.',
      formula: 'uitnodigingen met een bericht van een medewerker na het eerste van het contact',
    },
    ru: {
      title: 'Приглашения с ответом оператора',
      what: 'Количество приглашений, после которых контакт написал, а затем оператор сообщил новости.',
      when: 'По времени отправки приглашения. Учитывается только написанное оператором после того, как контакт вступил в разговор.',
      why: 'Показывает, скольких вступивших контактов держали в курсе; это третий шаг воронки.',
      formula: 'приглашения с сообщением оператора после первого сообщения контакта',
    },
  },
  invitations_not_joined: {
    en: {
      title: 'Invitations not joined',
      what: 'The number of invitations after which the contact wrote nothing.',
      when: 'When the invitation was sent. It stops counting as soon as the contact writes.',
      why: 'Leads to the conversations where you can find out why the contact did not join.',
      formula: 'invitations without a contact message before the next invitation',
    },
    nl: {
      title: 'Niet aanvaarde uitnodigingen',
      what: 'Het aantal uitnodigingen waarna het contact niets schreef.',
      when: 'Wanneer de uitnodiging werd verstuurd. Zodra het contact schrijft, telt ze niet meer.',
      why: 'Leidt naar de gesprekken waarin je kunt zien waarom het contact niet meedeed.',
      formula: 'uitnodigingen zonder bericht van het contact voor de volgende uitnodiging',
    },
    ru: {
      title: 'Непринятые приглашения',
      what: 'Количество приглашений, после которых контакт ничего не написал.',
      when: 'По времени отправки приглашения. Как только контакт напишет, оно больше не учитывается.',
      why: 'Ведёт к разговорам, где можно выяснить, почему контакт не присоединился.',
      formula: 'приглашения без сообщения контакта до следующего приглашения',
    },
  },
  invitations_not_answered: {
    en: {
      title: 'Invitations without an update',
      what: 'The number of invitations after which the contact wrote, but no agent did.',
      when: 'When the invitation was sent. It stops counting as soon as an agent writes after the contact.',
      why: 'Leads to the conversations where a contact who joined is still waiting for news.',
      formula: 'invitations joined without an agent message after it',
    },
    nl: {
      title: 'Uitnodigingen zonder update',
      what: 'Het aantal uitnodigingen waarna het contact schreef, maar geen medewerker.',
      when: 'Wanneer de uitnodiging werd verstuurd. Zodra een medewerker na het contact schrijft, telt ze niet meer.',
      why: 'Leidt naar de gesprekken waarin een contact dat meedeed nog op nieuws wacht.',
      formula: 'aanvaarde uitnodigingen zonder later bericht van een medewerker',
    },
    ru: {
      title: 'Приглашения без ответа оператора',
      what: 'Количество приглашений, после которых контакт написал, а операторы — нет.',
      when: 'По времени отправки приглашения. Как только оператор напишет после контакта, оно больше не учитывается.',
      why: 'Ведёт к разговорам, где вступивший контакт всё ещё ждёт новостей.',
      formula: 'принятые приглашения без последующего сообщения оператора',
    },
  },
} satisfies MetricTexts
