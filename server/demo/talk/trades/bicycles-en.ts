import type { Trade } from '../talk.ts'
import { bicyclePlaces } from './bicycle-places.ts'

export const bicyclesEn: Trade = {
  topics: {
    new_bike: {
      ...bicyclePlaces.new_bike,
      openers: [
        'Hi! I am looking for an e-bike for a 15 km commute.',
        'Which of your bikes suits someone of 1.95 m?',
        'Do you have the Velo Terra in stock?',
      ],
      exchanges: [
        ['For 15 km I would take at least a 500 Wh battery.', 'And how far does that get me in winter?'],
        ['Count on about 60 km, so four days of commuting.', 'That sounds good. What does it cost?'],
        ['It is 2,899 euros, service for a year included.', 'Can I lease it through my employer?'],
        ['Yes, we work with all the large leasing companies.', 'Great, and which sizes are there?'],
        ['S, M and L. At your height I would take L.', 'Then I will come by to look at it.'],
      ],
    },
    test_ride: {
      ...bicyclePlaces.test_ride,
      openers: ['Can I try the cargo bike somewhere?', 'I would like to book a test ride for Saturday.'],
      exchanges: [
        ['Of course. Which day suits you?', 'Saturday around eleven, if possible.'],
        ['Saturday at 11:15 is free. May I have your phone number?', 'Sure, I will send it in a moment.'],
        ['You will get a confirmation by mail.', 'Do I need to bring anything?'],
        ['An identity card is enough.', 'Perfect.'],
      ],
    },
    accessories: {
      ...bicyclePlaces.accessories,
      openers: [
        'Does this child seat fit on a Velo Classic?',
        'Which lock do I need for my insurance?',
        'Do you sell panniers in green?',
      ],
      exchanges: [
        ['It fits on carriers up to 25 kg.', 'Mine says 27, is that a problem?'],
        ['No, more is fine.', 'And the mount is in the box?'],
        ['It is, with all the screws.', 'Can you put one aside for me?'],
        ['Done. It waits for you until Friday.', 'Super.'],
      ],
    },
    repair: {
      ...bicyclePlaces.repair,
      openers: [
        'My rear brake squeaks and hardly brakes.',
        'The battery shows error E010.',
        'Can I bring my bike in this week?',
      ],
      exchanges: [
        ['Has it been wet lately? Pads glaze easily.', 'It stood outside the whole weekend.'],
        ['Then new pads are the likely answer: 25 euros, ten minutes.', 'Can I wait for it?'],
        ['You can. Thursday at nine?', 'Thursday is fine.'],
        ['Then I have put you down for it.', 'Will you look at the gears as well?'],
        ['We always do.', 'Good to hear.'],
      ],
    },
    order_status: {
      ...bicyclePlaces.order_status,
      openers: ['Where is my order? It should have come on Monday.', 'Can I still change the delivery address?'],
      exchanges: [
        ['May I have the order number?', 'It is 20931.'],
        ['The parcel is with the carrier since this morning.', 'So it comes tomorrow?'],
        ['Yes, between 10 and 14.', 'Could they leave it with the neighbours?'],
        ['I have passed that on.', 'Thanks, that helps.'],
      ],
    },
    warranty: {
      ...bicyclePlaces.warranty,
      openers: ['The frame has a crack after four months.', 'Is the display covered by the warranty?'],
      exchanges: [
        ['I am sorry to hear that. Could you send a photo?', 'Here it is. You can see it at the weld.'],
        ['That is clearly covered. Do you have the invoice?', 'I think so, from July.'],
        ['Then we order a new frame. It takes two weeks.', 'And do I get a bike meanwhile?'],
        ['Yes, a loan bike is waiting for you.', 'That is generous, thank you.'],
      ],
    },
  },
  answers: ['We are open on weekdays from 9 to 18 and on Saturday until 17.'],
  closings: ['Anything else I can do for you?', 'Enjoy the ride!', 'Then I wish you a nice day.'],
  followUps: ['Hi, your bike is ready to be picked up.', 'Hello, did the test ride convince you?'],
}
