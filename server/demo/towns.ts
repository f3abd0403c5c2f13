/** Where people live: the region, and the coordinates as a file of cities has them to a tenth of a degree. */
type Town = readonly [region: string, latitude: number, longitude: number]

/** By country, from the town with the most of them on. */
export const towns: Readonly<Record<string, readonly [Town, ...Town[]]>> = {
  // Antwerpen, Gent, Leuven, Mechelen.
  BE: [
    ['Antwerpen', 51.2, 4.4],
    ['Oost-Vlaanderen', 51.1, 3.7],
    ['Vlaams-Brabant', 50.9, 4.7],
    ['Antwerpen', 51.0, 4.5],
  ],
  // Köln, Düsseldorf, Dortmund, Hannover, Münster, Osnabrück.
  DE: [
    ['Nordrhein-Westfalen', 50.9, 7.0],
    ['Nordrhein-Westfalen', 51.2, 6.8],
    ['Nordrhein-Westfalen', 51.5, 7.5],
    ['Niedersachsen', 52.4, 9.7],
    ['Nordrhein-Westfalen', 52.0, 7.6],
    ['Niedersachsen', 52.3, 8.0],
  ],
  // Tallinn, Tartu, Narva.
  EE: [
    ['Harjumaa', 59.4, 24.8],
    ['Tartumaa', 58.4, 26.7],
    ['Ida-Virumaa', 59.4, 28.2],
  ],
  // Helsinki, Espoo.
  FI: [
    ['Uusimaa', 60.2, 24.9],
    ['Uusimaa', 60.2, 24.7],
  ],
  // Lille, Amiens.
  FR: [
    ['Hauts-de-France', 50.6, 3.1],
    ['Hauts-de-France', 49.9, 2.3],
  ],
  // London, Manchester, Belfast, Birmingham, Glasgow, Edinburgh.
  GB: [
    ['England', 51.5, -0.1],
    ['England', 53.5, -2.2],
    ['Northern Ireland', 54.6, -5.9],
    ['England', 52.5, -1.9],
    ['Scotland', 55.9, -4.3],
    ['Scotland', 56.0, -3.2],
  ],
  // Dublin, Cork, Limerick, Galway.
  IE: [
    ['Leinster', 53.3, -6.3],
    ['Munster', 51.9, -8.5],
    ['Munster', 52.7, -8.6],
    ['Connacht', 53.3, -9.1],
  ],
  // Vilnius.
  LT: [['Vilniaus apskritis', 54.7, 25.3]],
  // Rīga, Valmiera.
  LV: [
    ['Rīga', 56.9, 24.1],
    ['Vidzeme', 57.5, 25.4],
  ],
  // Rotterdam, Amsterdam, Utrecht, Den Haag, Eindhoven, Haarlem, Amersfoort, Breda.
  NL: [
    ['Zuid-Holland', 51.9, 4.5],
    ['Noord-Holland', 52.4, 4.9],
    ['Utrecht', 52.1, 5.1],
    ['Zuid-Holland', 52.1, 4.3],
    ['Noord-Brabant', 51.4, 5.5],
    ['Noord-Holland', 52.4, 4.6],
    ['Utrecht', 52.2, 5.4],
    ['Noord-Brabant', 51.6, 4.8],
  ],
  // Oslo, Bergen.
  NO: [
    ['Oslo', 59.9, 10.8],
    ['Vestland', 60.4, 5.3],
  ],
  // Boston, New York.
  US: [
    ['Massachusetts', 42.4, -71.1],
    ['New York', 40.7, -74.0],
  ],
}
