import type { Manners } from '../talk.ts'

export const english: Manners = {
  firstNames: [
    'James',
    'Sophie',
    'Liam',
    'Chloe',
    'Noah',
    'Ella',
    'Lucas',
    'Grace',
    'Marco',
    'Ingrid',
    'Pierre',
    'Hannah',
  ],
  lastNames: ['Walker', 'Evans', 'Hughes', 'Bennett', 'Rossi', 'Müller', 'Dupont', 'Nielsen', 'Kowalski', 'Murphy'],
  greetings: ['Hi there, thanks for writing!', 'Good day, how can I help?', 'Hello! Let me have a look.'],
  thanks: ['No, that was all. Thank you!', 'Thanks for the quick help.', 'Great, bye!'],
  nudges: ['Hello? Is anybody there?', 'I am still waiting…', 'Never mind then.'],
  welcome: ['Hello! I am a bot. What is it about?'],
  handover: ['One moment, I will get a colleague.'],
  closed: ['We are closed now. Leave your e-mail address and we will answer first thing tomorrow.'],
  transferred: 'The conversation was transferred.',
  notes: ['Regular customer, be generous.', 'Wants a call back if it takes longer.'],
  praise: ['Quick and friendly', 'Knew exactly what I needed', 'Best service in a long time', 'Helpful'],
  complaints: ['Had to wait far too long', 'No real answer', 'Asked the same thing twice'],
}
