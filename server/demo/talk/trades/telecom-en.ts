import type { Trade } from '../talk.ts'

export const telecomEn: Trade = {
  topics: {
    new_contract: {
      desk: 'sales',
      path: '/broadband',
      weight: 0.3,
      openers: ['Can I get fibre in my street?', 'Which tariff do I need for working from home?'],
      exchanges: [
        ['What is your Eircode?', 'D08 X2Y7.'],
        ['Fibre is there, up to 900 Mbit/s.', 'And what does it cost?'],
        ['29 a month for 24 months.', 'When could you connect me?'],
        ['Next Tuesday, between 8 and 12.', 'Book it, please.'],
      ],
    },
    outage: {
      desk: 'service',
      path: '/help/status',
      weight: 0.35,
      openers: ['My internet is down since this morning.', 'The router blinks red all the time.', 'No signal here.'],
      exchanges: [
        ['Sorry about that. Could you unplug the router for a minute?', 'Did that. Still red.'],
        ['I am testing your line now.', 'OK, waiting.'],
        ['There is a fault in the street; a team is on its way.', 'How long will it take?'],
        ['We expect it to be back by six.', 'Right. Keep me posted.'],
      ],
    },
    bill: {
      desk: 'service',
      path: '/account/bills',
      weight: 0.35,
      openers: ['Why is my bill higher this month?', 'I was charged twice.'],
      exchanges: [
        ['Let me look. There were calls to abroad on the 12th.', 'That was my son, I think.'],
        ['I can take half of it off, once.', 'That is kind of you.'],
        ['And shall I block such numbers?', 'Yes, please do.'],
      ],
    },
  },
  answers: ['Your bill is made on the first of the month.', 'Hold the reset button for ten seconds to restart.'],
  closings: ['Anything else I can help with?', 'Thanks for being with us.', 'Have a good one!'],
  followUps: ['Hello, your engineer comes tomorrow between 8 and 12.', 'Hi, is your line working well again?'],
}
