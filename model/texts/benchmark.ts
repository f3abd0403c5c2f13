import type { BenchmarkText, InEachLanguage } from './texts.ts'

export const benchmarkText = {
  en: {
    title: 'Benchmark',
    what: 'Your numbers beside those of the other organizations here. Visits, answered chats and missed chats are added up over all of them; durations, ratings and shares are the mean over organizations, in which each counts the same, large or small.',
    when: 'For named ranges only, never for a range of your own: last year on 1 January, last month on the 1st, last week on Monday, today every hour and the others every night. What is sent in later is part of the next computation.',
    why: 'Shows whether a change is yours alone or everybody’s, and what is within reach.',
    kinds: {
      sum: 'Sum over organizations',
      mean: 'Mean over organizations',
    },
    spread:
      'How far organizations lie apart: the middle half of them lies between the lower and the upper quartile, one half below the median and one above it. Given where the middle half alone is enough organizations; nobody’s name, lowest or highest number ever is.',
    withheld: 'Not given: too few organizations contribute, or nearly all of it would be that of one.',
  },
  nl: {
    title: 'Benchmark',
    what: 'Je cijfers naast die van de andere organisaties hier. Bezoeken, beantwoorde chats en gemiste chats zijn over alle organisaties opgeteld; bij tijden, beoordelingen en aandelen is het het gemiddelde van de organisaties, waarin elke even zwaar telt, groot of klein.',
    when: 'Alleen voor perioden met een naam, nooit voor een eigen periode: vorig jaar op 1 januari, vorige maand op de 1e, vorige week op maandag, vandaag elk uur en de andere elke nacht. Wat later binnenkomt, telt mee bij de volgende berekening.',
    why: 'Laat zien of een verandering alleen bij jou speelt of bij iedereen, en wat er haalbaar is.',
    kinds: {
      sum: 'Som van de organisaties',
      mean: 'Gemiddelde van de organisaties',
    },
    spread:
      'Hoe ver organisaties uiteenliggen: de middelste helft ligt tussen het onderste en het bovenste kwartiel, de ene helft onder de mediaan en de andere erboven. Getoond waar de middelste helft alleen al genoeg organisaties telt; nooit met een naam, en nooit het laagste of hoogste getal.',
    withheld: 'Niet getoond: er doen te weinig organisaties mee, of bijna alles zou van één organisatie zijn.',
  },
  ru: {
    title: 'Сравнение с рынком',
    what: 'Ваши показатели рядом с показателями других организаций на этой платформе. Посещения, чаты с ответом и пропущенные чаты складываются по всем организациям; для длительностей, оценок и долей берётся среднее по организациям, в котором каждая весит одинаково, большая или маленькая.',
    when: 'Только для периодов с названием, не для произвольных: прошлый год считается 1 января, прошлый месяц — 1-го числа, прошлая неделя — в понедельник, сегодняшний день — каждый час, остальные — каждую ночь. Пришедшее позже войдёт в следующий расчёт.',
    why: 'Показывает, изменилось ли что-то только у вас или у всех, и каких значений можно достичь.',
    kinds: {
      sum: 'Сумма по организациям',
      mean: 'Среднее по организациям',
    },
    spread:
      'Насколько организации отличаются друг от друга: средняя половина лежит между нижним и верхним квартилями, одна половина — ниже медианы, другая — выше. Показывается, если уже в средней половине достаточно организаций; ни названия, ни наименьшее и наибольшее значения не показываются никогда.',
    withheld: 'Не показано: данные есть у слишком немногих организаций, или почти всё приходится на одну из них.',
  },
} satisfies InEachLanguage<BenchmarkText>
