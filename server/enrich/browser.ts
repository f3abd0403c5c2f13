import bowser from 'bowser'
import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'
import { limits } from '../limits.ts'

/** What a browser says about itself, in words. A word that cannot be told is absent. */
export type Browser = {
  /** `Chrome`, `Safari`, `Firefox` … without its version. */
  readonly browser?: string
  /** `Windows`, `macOS`, `iOS`, `Android`, `Linux` … */
  readonly os?: string
  /** `desktop`, `mobile`, `tablet`, `tv`; `bot` for a program that walks the web: what it does is kept and never counted. */
  readonly device?: string
}

// Of one it does not know bowser says whatever stands first: no name.
const knownNames: ReadonlySet<string> = new Set(Object.values(bowser.BROWSER_MAP))

/** Reads a User-Agent. Nothing of it is kept but the three words. */
export function readBrowser(userAgent: string | undefined): Browser {
  // A longer one than any browser sends would only cost time to look through.
  const text = userAgent?.slice(0, limits.userAgentCharacters) ?? ''
  if (text === '') return {}
  if (isbot(text)) return { device: 'bot' }
  const { browser, os, platform } = bowser.parse(text)
  return {
    ...(browser.name && knownNames.has(browser.name) && { browser: browser.name }),
    ...(os.name && { os: os.name }),
    ...(platform.type && { device: platform.type }),
  }
}

/** {@link readBrowser} that remembers the ones it read last: a site is visited with few different browsers. */
export function createBrowserReader(): (userAgent: string | undefined) => Browser {
  const known = new LRUCache<string, Browser>({ max: limits.userAgentsRemembered })
  return (userAgent = '') => {
    if (userAgent.length > limits.userAgentCharacters) return readBrowser(userAgent)
    const before = known.get(userAgent)
    if (before) return before
    const browser = readBrowser(userAgent)
    known.set(userAgent, browser)
    return browser
  }
}
