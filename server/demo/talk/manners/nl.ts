import type { Manners } from '../talk.ts'

export const dutch: Manners = {
  firstNames: [
    'Sanne',
    'Daan',
    'Lotte',
    'Thijs',
    'Femke',
    'Ruben',
    'Noor',
    'Sem',
    'Iris',
    'Mohammed',
    'Julia',
    'Pieter',
  ],
  lastNames: ['Jansen', 'de Vries', 'Bakker', 'van Dijk', 'Visser', 'Yilmaz', 'Mulder', 'de Boer', 'Vos', 'Hendriks'],
  greetings: ['Hoi, leuk dat je schrijft!', 'Goedendag, waarmee kan ik helpen?', 'Dag! Ik kijk het even voor je na.'],
  thanks: ['Nee, dat was het. Bedankt!', 'Dank voor de snelle hulp.', 'Top, doei!'],
  nudges: ['Hallo? Is er iemand?', 'Ik wacht nog steeds…', 'Laat maar.'],
  welcome: ['Hoi! Ik ben de digitale assistent. Waar gaat het over?'],
  handover: ['Een momentje, ik haal er een collega bij.'],
  closed: ['We zijn nu gesloten. Laat je e-mailadres achter, dan hoor je morgenvroeg van ons.'],
  transferred: 'Het gesprek is overgedragen.',
  notes: ['Vaste klant, wees coulant.', 'Graag terugbellen als het langer duurt.'],
  praise: ['Snel en aardig geholpen', 'Wist precies wat ik nodig had', 'Heel prettig contact', 'Top service'],
  complaints: ['Veel te lang moeten wachten', 'Geen echt antwoord gekregen', 'Twee keer hetzelfde gevraagd'],
}
