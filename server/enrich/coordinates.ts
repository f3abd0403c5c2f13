import type { EventData } from '@parley/model/events/event-declaration.ts'

/** To a tenth of a degree, about ten kilometres: nobody is to be found closer than the city. */
export function coarse(degrees: number): number {
  return Math.round(degrees * 10) / 10
}

/**
 * Where an event's coordinates are, as the dimension `place` has it: latitude and longitude to a tenth of a degree, `52.1,5.1`.
 * Empty without both of them, and when they lie on no globe.
 */
export function placeWord({ latitude, longitude }: EventData): string {
  return isWithin(latitude, 90) && isWithin(longitude, 180) ? `${coarse(latitude)},${coarse(longitude)}` : ''
}

export function degreesOf(place: string): { latitude: number; longitude: number } {
  const [latitude = '', longitude = ''] = place.split(',')
  return { latitude: Number(latitude), longitude: Number(longitude) }
}

function isWithin(degrees: unknown, most: number): degrees is number {
  return typeof degrees === 'number' && Math.abs(degrees) <= most
}
