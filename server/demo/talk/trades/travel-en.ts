import type { Trade } from '../talk.ts'

export const travelEn: Trade = {
  topics: {
    new_booking: {
      desk: 'sales',
      path: '/holidays',
      weight: 0.4,
      openers: [
        'Hello! Is the cabin by the fjord free in the last week of July?',
        'We are two adults and a baby. Which of your islands would you recommend?',
        'Do you still have places on the northern lights trip?',
      ],
      exchanges: [
        ['It is, from the 24th. For how many people?', 'Four, two of them children.'],
        ['Then it comes to 1,840, linen included.', 'Is breakfast included as well?'],
        ['It is. Shall I hold it for you until tomorrow?', 'Yes please, I will ask my husband.'],
        ['Done: it is yours until tomorrow at six.', 'Lovely.'],
      ],
    },
    change_booking: {
      desk: 'service',
      path: '/my-trip',
      weight: 0.25,
      openers: ['Can I move my trip by a week?', 'I would like to add a person to our booking.'],
      exchanges: [
        ['May I have the booking number?', 'NW-48213.'],
        ['That works, the difference is 60.', 'Fine. Can I pay it by card?'],
        ['You will find a payment link in your mail.', 'Paid!'],
      ],
    },
    luggage: {
      desk: 'service',
      path: '/before-you-go/luggage',
      weight: 0.15,
      openers: ['How heavy may my suitcase be?', 'Can we take our pushchair for free?'],
      exchanges: [
        ['23 kg, and a small bag on top.', 'And skis?'],
        ['They cost 35 each way.', 'Can I add them later?'],
        ['Until two days before departure.', 'Good to know.'],
      ],
    },
    delay: {
      desk: 'service',
      path: '/my-trip/status',
      weight: 0.2,
      openers: ['Our ferry is three hours late. What now?', 'Our flight has been cancelled, please help.'],
      exchanges: [
        ['I am sorry. I see you on the next one at 18:40.', 'Do we get something to eat meanwhile?'],
        ['Yes, show this message at the counter.', 'And who tells the hotel?'],
        ['We have called them, they expect you late.', 'Thank you so much.'],
      ],
    },
  },
  answers: ['You can check in from 24 hours before departure.', 'Children under two travel for free.'],
  closings: ['Have a wonderful trip!', 'Is there anything else?', 'Safe travels!'],
  followUps: ['Hello, your travel documents are ready.', 'Welcome back! How was your trip?'],
}
