/**
 * The tag: what a site puts on its pages to tell of its visitors. Sends page views, impressions of the widget and what the
 * page tells by `parley(…)`, with an id of the visitor that only this site can read. Knows nobody and asks nobody else; every
 * byte is loaded by every visitor, so it says things the short way. See `docs/guides/tag.md`.
 */

type Data = Readonly<Record<string, unknown>>
type Call = readonly [type: string, data?: Data]
type Parley = ((...call: Call) => void) & {
  /** The visitor's id; undefined while nothing may be kept. */
  visitor(): string | undefined
  /** What the visitor decided: with `false` the id is forgotten. */
  consent(isGiven: boolean): void
  /** What the page told before the tag was there: `parley = (...call) => parley.q.push(call)`. */
  q?: readonly Call[]
}

declare global {
  interface Window {
    parley?: Parley
  }
}

const {
  dataset: { key, touchpoint, consent, widget = '[data-parley-widget]' },
  src,
} = document.currentScript as HTMLScriptElement
// Plain text to an address with the key: a request that browsers make without asking the server first, also on leaving.
const endpoint = new URL(`v1/events?key=${key}`, src)
const browser = navigator as Navigator & { globalPrivacyControl?: boolean }
const isRefused = browser.doNotTrack === '1' || browser.globalPrivacyControl
/** While there is no consent or no server; what is told beyond them is lost. */
const waitingEvents = 100

let kept: Storage | Record<string, string> = {}
try {
  // Throws where the visitor's browser keeps nothing for anybody: then the visitor is new on every page.
  kept = localStorage
} catch {}

let isAllowed = !isRefused && (consent !== 'required' || kept.parleyMay)
let waiting: Data[] = []
let timer: ReturnType<typeof setTimeout> | undefined
let retryMs = 1e3

// `randomUUID` is not there on plain http.
const newId = () => crypto.getRandomValues(new Uint32Array(4)).join('-')

const visitor = () => {
  if (!isAllowed) return
  kept.parley ||= newId()
  return kept.parley
}

const flush = () => {
  timer = undefined
  if (!isAllowed || !waiting[0]) return
  const events = waiting
  waiting = []
  const body = JSON.stringify(events)
  const tryAgain = () => {
    waiting = [...events, ...waiting]
    retryMs *= 2
    timer = setTimeout(flush, retryMs)
  }
  if (document.hidden) browser.sendBeacon(endpoint, body)
  else
    fetch(endpoint, { method: 'POST', body, keepalive: true }).then(
      // Too many, or the server's own trouble. What it refuses otherwise it will refuse again.
      ({ status }) => status > 428 && tryAgain(),
      tryAgain,
    )
}

const parley: Parley = (type, data) => {
  if (isRefused || waiting.length >= waitingEvents) return
  waiting.push({
    specversion: '1.0',
    id: newId(),
    source: `/tag/${touchpoint}`,
    type,
    data: {
      // Read when it is sent: there may be none before.
      get visitor_id() {
        return visitor()
      },
      touchpoint_id: touchpoint,
      url: location.href,
      ...data,
    },
  })
  // While the server has trouble nothing new is tried before its time.
  if (!timer) timer = setTimeout(flush, 200)
}

parley.visitor = visitor

parley.consent = (isGiven) => {
  isAllowed = isGiven && !isRefused
  if (isAllowed) kept.parleyMay = '1'
  else {
    delete kept.parleyMay
    delete kept.parley
    waiting = []
  }
  flush()
}

let seen: string | undefined

const view = () => {
  const page = location.href.split('#')[0]
  if (page === seen) return
  parley('page.viewed', {
    referrer: seen || document.referrer,
    title: document.title,
    locale: browser.language,
    screen: `${screen.width}x${screen.height}`,
  })
  seen = page
  watched = null
  watch()
}

let lookMs: ReturnType<typeof setTimeout>
const observer = new IntersectionObserver(
  ([entry]) => {
    clearTimeout(lookMs)
    if ((entry as IntersectionObserverEntry).intersectionRatio < 0.5) return
    lookMs = setTimeout(() => {
      observer.disconnect()
      parley('widget.shown')
    }, 1e3)
  },
  { threshold: 0.5 },
)

/** Widgets come when they are loaded, and go with the page of a single-page application. */
let watched: Element | null
const watch = () => {
  const found = document.querySelector(widget)
  if (found === watched) return
  observer.disconnect()
  watched = found
  if (found) observer.observe(found)
}

// Bubbles up from the document. Only now is it certain that nothing more is told.
addEventListener('visibilitychange', flush)
addEventListener('popstate', view)
const { pushState } = history
history.pushState = (...state) => {
  pushState.apply(history, state)
  // Applications name a page after they have changed the address.
  setTimeout(view, 99)
}
new MutationObserver(watch).observe(document, { childList: true, subtree: true })
view()
window.parley?.q?.forEach((call) => {
  parley(...call)
})
window.parley = parley

export {}
