import { describe, expect, it } from 'vitest'
import { createEnrich } from './enrich.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'

describe('what a sender tells', () => {
  it('is where it is and what it browses with, and neither its address nor its user agent', async () => {
    const enrich = createEnrich({
      file: null,
      onError: (error) => {
        throw error
      },
    })
    expect(await enrich({ address: '145.97.0.1', userAgent: firefox })).toEqual({
      country: 'NL',
      browser: 'Firefox',
      os: 'Linux',
      device: 'desktop',
    })
    expect(await enrich({ address: '10.0.0.1', userAgent: undefined })).toEqual({})
  })

  it('is the browser alone when the file of places cannot be read, which is said once', async () => {
    const errors: unknown[] = []
    const enrich = createEnrich({ file: import.meta.filename, onError: (error) => errors.push(error) })
    const senders = [1, 2, 3].map((number) => ({ address: `145.97.0.${number}`, userAgent: firefox }))
    for (const told of await Promise.all(senders.map(enrich)))
      expect(told).toEqual({ browser: 'Firefox', os: 'Linux', device: 'desktop' })
    expect(errors).toHaveLength(1)
  })
})
