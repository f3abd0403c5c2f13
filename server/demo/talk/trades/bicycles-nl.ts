import type { Trade } from '../talk.ts'
import { bicyclePlaces } from './bicycle-places.ts'

export const bicyclesNl: Trade = {
  topics: {
    new_bike: {
      ...bicyclePlaces.new_bike,
      openers: [
        'Hoi! Past de Velo Terra ook bij iemand van 1,58 m?',
        'Ik zoek een e-bike voor 18 km woon-werk.',
        'Hebben jullie ook bakfietsen op voorraad?',
      ],
      exchanges: [
        ['Jazeker: maat S. Zal ik er een voor je klaarzetten?', 'Graag! En hoe ver kom je met de accu?'],
        ['Reken op zo’n 80 km, in de winter iets minder.', 'Dat is genoeg. Wat kost hij?'],
        ['2.899 euro, inclusief een jaar service.', 'Kan dat ook via een leaseplan?'],
        ['Ja hoor, we werken met alle grote leasemaatschappijen.', 'Top. Welke kleuren zijn er?'],
        ['Zwart en donkergroen, allebei op voorraad.', 'Dan kom ik van de week kijken.'],
      ],
    },
    test_ride: {
      ...bicyclePlaces.test_ride,
      openers: ['Kan ik zaterdag een proefrit maken?', 'Moet je voor een proefrit een afspraak maken?'],
      exchanges: [
        ['Natuurlijk, welke dag komt je uit?', 'Zaterdag rond elf uur?'],
        ['Zaterdag 11.15 uur kan. Mag ik je telefoonnummer?', 'Stuur ik zo door.'],
        ['Je krijgt een bevestiging per mail.', 'Moet ik iets meenemen?'],
        ['Alleen een identiteitsbewijs.', 'Helder.'],
      ],
    },
    accessories: {
      ...bicyclePlaces.accessories,
      openers: [
        'Past dit kinderzitje op een Velo Klassiek?',
        'Welk slot heb ik nodig voor de verzekering?',
        'Is die groene fietstas er nog?',
      ],
      exchanges: [
        ['Die past op dragers tot 25 kg.', 'Op de mijne staat 27, is dat erg?'],
        ['Nee, meer mag altijd.', 'En de bevestiging zit erbij?'],
        ['Ja, met alle schroeven.', 'Kun je er een apart leggen?'],
        ['Gedaan, hij ligt tot vrijdag klaar.', 'Super.'],
      ],
    },
    repair: {
      ...bicyclePlaces.repair,
      openers: [
        'Mijn achterrem piept en remt nauwelijks.',
        'Mijn accu geeft foutcode E010.',
        'Kan mijn fiets deze week nog in de werkplaats?',
      ],
      exchanges: [
        ['Heeft hij in de regen gestaan? Dan verglazen de blokken.', 'Het hele weekend buiten, ja.'],
        ['Dan zijn het vast de blokken: 25 euro, tien minuten werk.', 'Kan ik erop wachten?'],
        ['Dat kan. Donderdag om negen uur?', 'Donderdag is prima.'],
        ['Dan heb ik je ingepland.', 'Kijken jullie ook even naar de versnelling?'],
        ['Doen we altijd.', 'Fijn!'],
      ],
    },
    order_status: {
      ...bicyclePlaces.order_status,
      openers: ['Waar blijft mijn bestelling? Die zou maandag komen.', 'Kan ik het bezorgadres nog wijzigen?'],
      exchanges: [
        ['Mag ik het bestelnummer?', '20931.'],
        ['Het pakket is vanmorgen aan de vervoerder gegeven.', 'Dus morgen is het er?'],
        ['Ja, tussen 10 en 14 uur.', 'Mag het anders bij de buren?'],
        ['Ik heb het doorgegeven.', 'Bedankt, dat scheelt.'],
      ],
    },
    warranty: {
      ...bicyclePlaces.warranty,
      openers: ['Er zit een scheur in het frame, na vier maanden.', 'Valt het display onder de garantie?'],
      exchanges: [
        ['Wat vervelend. Kun je een foto sturen?', 'Hier is hij, je ziet het bij de las.'],
        ['Dat valt zeker onder de garantie. Heb je de factuur nog?', 'Ja, van juli.'],
        ['Dan bestellen we een nieuw frame, dat duurt twee weken.', 'Krijg ik zolang een leenfiets?'],
        ['Die staat voor je klaar.', 'Wat netjes, dank je wel.'],
      ],
    },
  },
  answers: [
    'We zijn door de week open van 9 tot 18 uur en zaterdag tot 17 uur.',
    'Een onderhoudsbeurt kost 69 euro, onderdelen niet meegerekend.',
  ],
  closings: ['Kan ik verder nog iets doen?', 'Veel fietsplezier!', 'Dan wens ik je een fijne dag.'],
  followUps: ['Hoi, je fiets staat klaar om op te halen.', 'Dag, hoe beviel de proefrit?'],
}
