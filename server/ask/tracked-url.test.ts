import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pageSql, trackedUrlsSql } from '@parley/core/compile/tracked-url.ts'
import { noLookups, type Sight } from '@parley/core/query/lookups.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { normalPage, normalPattern, type TrackedUrl, trackedUrlsOf } from '@parley/core/query/tracked-url.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { anyHostileText } from '@parley/fixtures/hostile-text.ts'
import { labelsOf } from '@parley/fixtures/oracle/decisions.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../store/engine.ts'
import { openEngine } from '../store/open.ts'

let directory: string
let engine: Engine

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-tracked-'))
  engine = await openEngine(directory)
})

afterAll(async () => {
  await engine.close()
  rmSync(directory, { recursive: true, force: true })
})

function sightOf(tracked: ReadonlyMap<string, readonly TrackedUrl[]>): Sight {
  return { scope: organizationScope([...tracked.keys()]), lookups: { ...noLookups, tracked_urls: tracked } }
}

/** What the engine finds for each address of an organization. */
async function foundBy(sight: Sight, organizationId: string, urls: readonly string[]): Promise<unknown[]> {
  const rows = urls.map((url, place) => `(${place}, ${literal(organizationId)}, ${literal(url)})`)
  const found = await engine.query(
    `SELECT ${trackedUrlsSql({ column: 'url', organization: 'organization_id' }, sight)} FROM values('place UInt32, organization_id String, url String', ${rows.join(', ')}) ORDER BY place`,
  )
  return found.map(([ids]) => ids)
}

function listOf(patterns: readonly string[]): TrackedUrl[] {
  return patterns.map((pattern) => ({ id: pattern, patterns: [pattern] }))
}

describe('a page', () => {
  it.each([
    ['https://Shop.Example/Cards/?id=1#top', 'shop.example/Cards/'],
    ['http://shop.example', 'shop.example/'],
    ['https://shop.example///', 'shop.example/'],
    ['https://shop.example:8443/a//b//', 'shop.example:8443/a//b/'],
    ['https://shop.example?x=/y', 'shop.example/'],
    ['https://BÜCHER.example/Ä', 'bÜcher.example/Ä/'],
    ['https://xn--bcher-kva.example/', 'xn--bcher-kva.example/'],
    ['https://shop.example/?q=a?b#c/d', 'shop.example/'],
    ['', '/'],
    ['nowhere', '/'],
    ['file:///', '/'],
  ])('%j is compared as %j, in the engine too', async (url, page) => {
    expect(normalPage(url)).toBe(page)
    expect(await engine.query(`SELECT ${pageSql(literal(url))}`)).toEqual([[page]])
  })
})

describe('a pattern', () => {
  it.each([
    ['*.mycompany.com/cards/*', 'https://www.mycompany.com/cards/visa?x=1', true],
    ['*.mycompany.com/cards/*', 'https://www.mycompany.com/cards', true],
    ['*.mycompany.com/cards/*', 'https://mycompany.com/cards/visa', false],
    ['*.mycompany.com/cards/*', 'https://www.mycompany.com/cardsharp', false],
    ['*.mycompany.com/cards*', 'https://www.mycompany.com/cardsharp', true],
    ['http://MyCompany.com/Cards', 'https://mycompany.com/Cards/', true],
    ['mycompany.com/Cards', 'https://mycompany.com/cards', false],
    ['mycompany.com', 'https://MYCOMPANY.COM/?a=b', true],
    ['mycompany.com', 'https://mycompany.com/a', false],
    ['mycompany.com', 'https://mycompany.com:8080/', false],
    ['mycompany.com:*/', 'https://mycompany.com:8080/', true],
    ['*/sale/*', 'https://a.example/de/sale/bikes', true],
    ['bücher.example/*', 'https://xn--bcher-kva.example/a', true],
    ['bücher.example/*', 'https://bücher.example/a', true],
    ['BÜCHER.example/*', 'https://xn--bcher-kva.example/a', true],
    ['my_company.com', 'https://myXcompany.com/', false],
    ['my.company.com', 'https://myxcompany.com/', false],
    ['shop.example/100%', 'https://shop.example/100% off', false],
    ['shop.example/a\\*', 'https://shop.example/a\\b', true],
    ['shop.example/(a|b)+$', 'https://shop.example/ab', false],
    ['shop.example/(a|b)+$', 'https://shop.example/(a|b)+$', true],
    ['*', 'https://shop.example/', true],
    ['shop.example/**/x', 'https://shop.example/a/b/x', true],
  ])('%j and the page %j match: %j', async (pattern, url, matches) => {
    const tracked = listOf([pattern])
    const expected = matches ? [pattern] : ['-1']
    expect(trackedUrlsOf(url, tracked)).toEqual(expected)
    expect(labelsOf(url, tracked)).toEqual(expected)
    expect(await foundBy(sightOf(new Map([['mine', tracked]])), 'mine', [url])).toEqual([expected])
  })

  it.each([
    ['shop.example/cards', 'https://SHOP.example/cards/?x#y'],
    ['shop.example', 'http://shop.example/'],
    ['*.shop.example/**', '*.shop.example/*'],
  ])('%j equals %j', (one, other) => {
    expect(normalPattern(one)).toBe(normalPattern(other))
  })

  it.each([
    ['shop.example/cards', 'shop.example/Cards'],
    ['shop.example/cards', 'shop.example/cards/*'],
    ['shop.example', 'shop.example:443'],
  ])('%j does not equal %j', (one, other) => {
    expect(normalPattern(one)).not.toBe(normalPattern(other))
  })
})

// Pieces that mean something to hosts, patterns, regular expressions, LIKE, or SQL.
const anyPiece = fc.oneof(
  fc.constantFrom(...['a', 'A', 'b', '/', '//', '*', '.', ':', '?', '#', '%', '_', '\\', "'", '[', ')', '+', '^', '$']),
  fc.constantFrom('shop.example', 'é', 'É', 'xn--', '://', '{0}', '\u{1f6b2}', 'ß', 'İ', '\u00ad'),
  anyHostileText,
)
const anyAddress = fc
  .tuple(fc.constantFrom('https://', 'HTTP://', 'app+x://', '', '://'), fc.array(anyPiece, { maxLength: 6 }))
  .map(([scheme, pieces]) => `${scheme}${pieces.join('')}`.toWellFormed())
const anyPattern = fc.oneof(
  fc.array(anyPiece, { maxLength: 5 }).map((pieces) => pieces.join('').toWellFormed()),
  // Part of an address, so that some match.
  fc
    .tuple(anyAddress, fc.nat(), fc.nat())
    .map(([address, from, to]) => `*${address.slice(from % 9, 9 + (to % 9))}*`.toWellFormed()),
)

describe('tracked URLs', () => {
  it('of any patterns are found in the engine as in plain code, for any address', async () => {
    let matched = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyPattern, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.array(anyAddress, { minLength: 1, maxLength: 25 }),
        async (lists, urls) => {
          const tracked = lists.map((patterns, index) => ({ id: `t${index}`, patterns }))
          matched += urls.filter((url) => !trackedUrlsOf(url, tracked).includes('-1')).length
          const found = await foundBy(sightOf(new Map([['mine', tracked]])), 'mine', urls)
          expect(found).toEqual(urls.map((url) => (normalPage(url) === '/' ? [''] : trackedUrlsOf(url, tracked))))
        },
      ),
      { numRuns: 150 },
    )
    expect(matched).toBeGreaterThan(100)
  })

  it('are those of the organization of the row, and of no other in the question', async () => {
    const mine = listOf(['shop.example/*'])
    const theirs = listOf(['*'])
    const sight = sightOf(
      new Map([
        ['mine', mine],
        ['theirs', theirs],
        ['nobody', []],
      ]),
    )
    const urls = ['https://shop.example/', 'https://other.example/', '']
    expect(await foundBy(sight, 'mine', urls)).toEqual([['shop.example/*'], ['-1'], ['']])
    expect(await foundBy(sight, 'theirs', urls)).toEqual([['*'], ['*'], ['']])
    expect(await foundBy(sight, 'nobody', urls)).toEqual([['-1'], ['-1'], ['']])
    // Known to the question, but out of its sight.
    const alone = { ...sight, scope: organizationScope(['mine']) }
    expect(trackedUrlsSql({ column: 'url', organization: 'organization_id' }, alone)).not.toContain('theirs')
  })
})
