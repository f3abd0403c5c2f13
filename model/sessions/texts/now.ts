import type { MetricTexts } from '../../texts/texts.ts'

export const nowTexts = {
  open_sessions: {
    en: {
      title: 'Open sessions',
      what: 'The number of chats and calls that are open at the instant of the answer: not ended, and not silent for longer than the session timeout of their channel.',
      when: 'At the first message or call, for as long as the session is open.',
      why: 'Shows how much is going on right now.',
      formula: 'sessions that close after now',
    },
    nl: {
      title: 'Open sessies',
      what: 'Het aantal chats en oproepen dat op het moment van het antwoord open is: niet beëindigd, en niet langer stil dan de sessietime-out van het kanaal.',
      when: 'Bij het eerste bericht of de eerste oproep, zolang de sessie open is.',
      why: 'Laat zien hoeveel er nu gaande is.',
      formula: 'sessies die na nu sluiten',
    },
    ru: {
      title: 'Открытые сеансы',
      what: 'Число чатов и звонков, открытых на момент ответа: не завершённых и молчащих не дольше тайм-аута сеанса своего канала.',
      when: 'При первом сообщении или звонке, пока сеанс открыт.',
      why: 'Показывает, сколько всего происходит прямо сейчас.',
      formula: 'сеансы, которые закроются позже текущего момента',
    },
  },
  waiting_contacts: {
    en: {
      title: 'Waiting contacts',
      what: 'The number of open chats in which the contact waits for an agent. A contact whom a bot answers waits only once they were handed over, routed or offered to an agent.',
      when: 'At the first message or call of the chat, until an agent writes, a call connects or the chat closes.',
      why: 'Shows how many people need somebody now.',
      formula: 'open sessions whose last question no agent has answered',
    },
    nl: {
      title: 'Wachtende contacten',
      what: 'Het aantal open chats waarin het contact op een medewerker wacht. Een contact dat door een bot wordt beantwoord, wacht pas als het is overgedragen, gerouteerd of aan een medewerker aangeboden.',
      when: 'Bij het eerste bericht of de eerste oproep van de chat, totdat een medewerker schrijft, een oproep tot stand komt of de chat sluit.',
      why: 'Laat zien hoeveel mensen nu iemand nodig hebben.',
      formula: 'open sessies waarvan geen medewerker de laatste vraag heeft beantwoord',
    },
    ru: {
      title: 'Ожидающие контакты',
      what: 'Число открытых чатов, в которых контакт ждёт оператора. Контакт, которому отвечает бот, ждёт лишь после того, как его передали, направили или предложили оператору.',
      when: 'При первом сообщении или звонке чата, пока оператор не напишет, звонок не соединится или чат не закроется.',
      why: 'Показывает, скольким людям сейчас кто-то нужен.',
      formula: 'открытые сеансы, на последний вопрос которых не ответил оператор',
    },
  },
  longest_wait: {
    en: {
      title: 'Longest wait',
      what: 'How long the contact who has been waiting longest for an agent has been waiting.',
      when: 'At the instant of the answer, from the first message that no agent has answered, or from when a bot handed over after it.',
      why: 'Shows whom to answer first, and whether someone was forgotten.',
      formula: 'now − since when, of the waiting contact who waits longest',
    },
    nl: {
      title: 'Wacht nu het langst',
      what: 'Hoe lang het contact dat het langst op een medewerker wacht, al wacht.',
      when: 'Op het moment van het antwoord, vanaf het eerste bericht dat geen medewerker heeft beantwoord, of vanaf het moment dat een bot het daarna overdroeg.',
      why: 'Laat zien wie u het eerst moet antwoorden, en of iemand is vergeten.',
      formula: 'nu − sinds wanneer, van het contact dat het langst wacht',
    },
    ru: {
      title: 'Самое долгое ожидание',
      what: 'Сколько уже ждёт контакт, который ждёт оператора дольше всех.',
      when: 'На момент ответа: с первого сообщения, на которое не ответил оператор, или с передачи ботом после него.',
      why: 'Показывает, кому ответить первым и не забыли ли кого-нибудь.',
      formula: 'сейчас − с какого времени ждёт тот, кто ждёт дольше всех',
    },
  },
  active_dialogs: {
    en: {
      title: 'Assigned dialogues',
      what: 'The number of chats and calls that are an agent’s at their end. Split by agent, it tells how many each has.',
      when: 'At the first message or call. Assigned during the chat or long before: what holds is who has it at its last message or call.',
      why: 'Shows how the work is spread over the team.',
      formula: 'sessions with an agent in force at their end',
    },
    nl: {
      title: 'Toegewezen dialogen',
      what: 'Het aantal chats en oproepen dat op het eind bij een medewerker ligt. Gesplitst naar medewerker zie je hoeveel ieder er heeft.',
      when: 'Bij het eerste bericht of de eerste oproep. Of de chat nu onderweg of lang ervoor is toegewezen: wie hem heeft bij het laatste bericht of de laatste oproep, telt.',
      why: 'Laat zien hoe het werk over het team is verdeeld.',
      formula: 'sessies die op het eind een medewerker hebben',
    },
    ru: {
      title: 'Назначенные диалоги',
      what: 'Количество чатов и звонков, у которых в конце есть оператор. С разбивкой по операторам видно, сколько их у каждого.',
      when: 'По первому сообщению или звонку. Неважно, когда чат назначили: учитывается тот, у кого он был при последнем сообщении или звонке.',
      why: 'Показывает, как работа распределена в команде.',
      formula: 'сеансы, у которых в конце есть оператор',
    },
  },
} satisfies MetricTexts
