import type { Trade } from '../talk.ts'

export const travelNl: Trade = {
  topics: {
    new_booking: {
      desk: 'sales',
      path: '/vakanties',
      weight: 0.42,
      openers: [
        'Hoi, is er in de meivakantie nog iets vrij op Texel?',
        'Wij zoeken een huisje voor zes personen, hond mag mee.',
        'Kunnen we bij jullie ook alleen een weekend boeken?',
      ],
      exchanges: [
        ['Er is nog één huisje vrij, van maandag tot vrijdag.', 'Wat kost dat?'],
        ['645 euro, inclusief schoonmaak.', 'En de hond?'],
        ['Die kost 25 euro, voer niet inbegrepen.', 'Haha, prima.'],
        ['Zal ik het voor u vastleggen?', 'Ja, doe maar.'],
      ],
    },
    change_booking: {
      desk: 'service',
      path: '/mijn-reis',
      weight: 0.25,
      openers: ['Ik wil mijn boeking graag een week verzetten.', 'Kan er nog een kinderbed bij?'],
      exchanges: [
        ['Wat is uw boekingsnummer?', 'ZR-20417.'],
        ['Gevonden. Ik pas het aan, dat kost niets.', 'Krijg ik een bevestiging?'],
        ['Die zit al in uw mail.', 'Ja, ik zie hem.'],
      ],
    },
    payment: {
      desk: 'service',
      path: '/betalen',
      weight: 0.33,
      openers: ['Mijn betaling is mislukt, wat nu?', 'Kan ik ook in termijnen betalen?'],
      exchanges: [
        ['Ik stuur u een nieuwe link, die is een dag geldig.', 'Gelukt!'],
        ['Fijn, de boeking staat vast.', 'Wanneer krijg ik de sleutelcode?'],
        ['Drie dagen voor aankomst.', 'Dank u.'],
      ],
    },
  },
  answers: ['Inchecken kan vanaf 15 uur.', 'Tot zes weken vooraf kunt u gratis annuleren.'],
  closings: ['Een fijne vakantie!', 'Kan ik nog iets voor u doen?', 'Goede reis!'],
  followUps: ['Uw reisbescheiden staan klaar.', 'Welkom thuis! Hoe was het?'],
}
