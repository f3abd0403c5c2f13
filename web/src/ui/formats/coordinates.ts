import type { Language } from './language.ts'
import { fixed } from './number.ts'

/** The four directions of the compass as the language shortens them. */
const ends: Readonly<Record<Language, Readonly<Record<'north' | 'south' | 'east' | 'west', string>>>> = {
  en: { north: 'N', south: 'S', east: 'E', west: 'W' },
  nl: { north: 'NB', south: 'ZB', east: 'OL', west: 'WL' },
  ru: { north: 'с. ш.', south: 'ю. ш.', east: 'в. д.', west: 'з. д.' },
}

export type Degrees = { readonly latitude: number; readonly longitude: number }

/** The degrees of a place as the engine has it, `52.1,5.1`; undefined for what is none. */
export function degreesOf(place: string): Degrees | undefined {
  const [, latitude, longitude] = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(place) ?? []
  return latitude === undefined || longitude === undefined
    ? undefined
    : { latitude: Number(latitude), longitude: Number(longitude) }
}

/** Coordinates to a tenth of a degree: `52.1° N, 5.1° E` · `52,1° NB, 5,1° OL`. What are none stay as they are. */
export function coordinates(place: string, language: Language): string {
  const degrees = degreesOf(place)
  if (degrees === undefined) return place
  const { latitude, longitude } = degrees
  const { north, south, east, west } = ends[language]
  const written = (value: number, end: string) => `${fixed(Math.abs(value), language, 1)}°\u00a0${end}`
  return `${written(latitude, latitude < 0 ? south : north)}, ${written(longitude, longitude < 0 ? west : east)}`
}
