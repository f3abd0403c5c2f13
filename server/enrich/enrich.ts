import type { EventData } from '@parley/model/events/event-declaration.ts'
import { createBrowserReader } from './browser.ts'
import { countryFile, openPlaceBook, type PlaceBook } from './place.ts'

/** Who sent a browser's request. Read for what it tells, then dropped: neither is kept or logged. */
export type Sender = { readonly address: string; readonly userAgent: string | undefined }

/**
 * What a request of a browser tells about the visitor, as fields of `data`: `country`, `region`, `latitude`,
 * `longitude`, `browser`, `os`, `device`. What cannot be told is undefined, so that nothing stands there that the page says of
 * it: anybody can make that up, and it could be finer than a city.
 */
export type Enrich = (sender: Sender) => Promise<EventData>

const untold = {
  ...{ country: undefined, region: undefined, latitude: undefined, longitude: undefined },
  ...{ browser: undefined, os: undefined, device: undefined },
}

/**
 * Reads senders. The file of places (`file`, else the countries that come with Parley) is opened when the first browser
 * sends something; one that cannot be read is told once and then done without, because events have to be taken all the
 * same.
 */
export function createEnrich(options: {
  readonly file: string | null
  readonly onError: (error: unknown) => void
}): Enrich {
  const readBrowser = createBrowserReader()
  let book: Promise<PlaceBook> | undefined
  const open = () =>
    openPlaceBook(options.file ?? countryFile).catch((error: unknown) => {
      options.onError(error)
      return { placeOf: () => ({}) }
    })
  return async ({ address, userAgent }) => {
    book ??= open()
    return { ...untold, ...(await book).placeOf(address), ...readBrowser(userAgent) }
  }
}
