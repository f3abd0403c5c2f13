import type { Trade } from '../talk.ts'

export const softwareEn: Trade = {
  topics: {
    trial: {
      desk: 'sales',
      path: '/pricing',
      weight: 0.3,
      openers: ['Do you have a plan for ten agents?', 'Can we extend our trial by a week?'],
      exchanges: [
        ['We do. Do you need the bots as well?', 'One of them, to begin with.'],
        ['Then it is the team plan.', 'Is that billed monthly?'],
        ['Monthly or yearly, as you like.', 'Send me an offer, please.'],
      ],
    },
    set_up: {
      desk: 'service',
      path: '/docs/widget',
      weight: 0.45,
      openers: ['The widget does not show on our checkout.', 'How do we connect a second number?'],
      exchanges: [
        ['Which address is it?', 'It is the shop’s, the page after the cart.'],
        ['Your content policy blocks our script.', 'Ah. What do we have to add?'],
        ['One line; I have just mailed it to you.', 'It works now.'],
      ],
    },
    billing: {
      desk: 'service',
      path: '/docs/billing',
      weight: 0.25,
      openers: ['We need another address on the invoice.', 'Where do I find the usage of our dealers?'],
      exchanges: [
        ['You can change that under Company.', 'Does it hold for the old invoices too?'],
        ['I have made a revision of the last one for you.', 'Perfect.'],
      ],
    },
  },
  answers: ['Our status page says that all systems are running.', 'You can invite colleagues under Members.'],
  closings: ['Glad that it works!', 'Anything else?', 'Have a nice day.'],
  followUps: ['Hello, the change you asked for is live.', 'Hi! How is the new bot doing?'],
}
