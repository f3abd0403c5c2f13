import type { InEachLanguage, MetricText } from '../texts/texts.ts'

/** What people write most, in words. */
export const phraseText = {
  en: {
    title: 'Popular phrases',
    what: 'What contacts, bots or agents write most, with how often and which share of their messages that is. Small differences in the form of words, and words such as “the” and “is”, do not tell phrases apart.',
    when: 'When the message was sent. System messages and private notes never count, and neither do messages without words.',
    why: 'Shows what people ask for again and again, and what your bots keep saying.',
    formula: 'messages that say the same ÷ messages with words',
  },
  nl: {
    title: 'Veelgebruikte zinnen',
    what: 'Wat contacten, bots of medewerkers het vaakst schrijven, met hoe vaak en welk aandeel van hun berichten dat is. Kleine verschillen in de vorm van woorden, en woorden als “de” en “is”, maken geen andere zin.',
    when: 'Wanneer het bericht werd verstuurd. Systeemberichten en privénotities tellen nooit mee, en berichten zonder woorden evenmin.',
    why: 'Laat zien waar mensen steeds weer naar vragen, en wat je bots blijven zeggen.',
    formula: 'berichten die hetzelfde zeggen ÷ berichten met woorden',
  },
  ru: {
    title: 'Популярные фразы',
    what: 'Что чаще всего пишут контакты, боты или операторы, сколько раз и какую долю их сообщений это составляет. Небольшие различия в форме слов и слова вроде «и» и «на» фразы не различают.',
    when: 'В момент отправки сообщения. Системные сообщения и внутренние заметки не учитываются, как и сообщения без слов.',
    why: 'Показывает, о чём люди спрашивают снова и снова и что всё время повторяют боты.',
    formula: 'одинаковые по смыслу сообщения ÷ сообщения со словами',
  },
} satisfies InEachLanguage<MetricText>
