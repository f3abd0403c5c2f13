import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import { createBrowserReader, readBrowser } from './browser.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('a User-Agent', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36`,
      'Chrome',
      'Windows',
      'desktop',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`,
      'Microsoft Edge',
      'Windows',
      'desktop',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox', 'Linux', 'desktop'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
      'mobile',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
      'tablet',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${webkit} Chrome/126.0.0.0 Mobile Safari/537.36`,
      'Chrome',
      'Android',
      'mobile',
    ],
  ])('%s says browser, system and device', (userAgent, browser, os, device) => {
    expect(readBrowser(userAgent)).toEqual({ browser, os, device })
  })

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'curl/8.5.0',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36',
  ])('%s is of a bot, and says nothing else', (userAgent) => {
    expect(readBrowser(userAgent)).toEqual({ device: 'bot' })
  })

  it.each([undefined, '', 'Mozilla/5.0 (Unheard Of)'])('%s says nothing', (userAgent) => {
    expect(readBrowser(userAgent)).toEqual({})
  })

  it('is read to its limit, however long it is', () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'
    expect(readBrowser(`${firefox}${' '.repeat(limits.userAgentCharacters)}Googlebot`)).toEqual(readBrowser(firefox))
  })
})

describe('the reader', () => {
  it('remembers a user agent, and forgets the one not seen for longest', () => {
    const read = createBrowserReader()
    const agent = (version: number) =>
      `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`
    const first = read(agent(1))
    expect(read(agent(1))).toBe(first)
    for (let version = 2; version <= limits.userAgentsRemembered + 1; version += 1) read(agent(version))
    const again = read(agent(1))
    expect(again).not.toBe(first)
    expect(again).toEqual(first)
  })
})
