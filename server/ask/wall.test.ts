import { isCountedFrom } from '@parley/core/declare/metric.ts'
import type { RecordsRequest } from '@parley/core/query/request.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { askConversation } from './conversation.ts'
import { askRecords } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'
import { askValues } from './values.ts'

/*
 * Two companies that use the same ids for everything: conversations, messages, people. What each says bears its name,
 * and the number of everything differs, so that a drop of one in an answer to the other shows.
 */

/** `child` and `sibling` belong to `parent`; `stranger` to nobody. Each has as many conversations as its place says. */
const organizations = ['parent', 'child', 'sibling', 'stranger'] as const
type Name = (typeof organizations)[number]
const sees = (id: string): readonly string[] => (id === 'parent' ? ['parent', 'child', 'sibling'] : [id])

let house: TestHouse

function event(id: string, type: string, time: string, data: object) {
  return { specversion: '1.0', id, source: '/same', type, time, data }
}

/** Everything that can happen, under the same ids everywhere; texts, names and values say whose they are. */
function eventsOf(name: Name): unknown[] {
  const entities = ['agent', 'bot', 'team', 'inbox', 'touchpoint', 'contact'].map((kind) =>
    event(`e-${kind}`, 'entity.described', '2026-03-01T00:00:00Z', {
      kind,
      id: `${kind}-1`,
      name: `${kind} of ${name}`,
    }),
  )
  const conversations = Array.from({ length: 1 + organizations.indexOf(name) }, (_, number) => {
    const at = (minute: number, second = 0) =>
      `2026-03-0${2 + number}T10:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`
    const conversation_id = `c-${number}`
    const make = (place: number, type: string, time: string, data: object) =>
      event(`${number}-${place}`, type, time, { conversation_id, ...data })
    const said = (kind: string, text: string) => ({ author: { kind, id: `${kind}-1` }, text: `${text} of ${name}` })
    const seconds = 10 * (1 + organizations.indexOf(name))
    return [
      make(1, 'conversation.started', at(0), {
        channel: 'web',
        touchpoint_id: 'touchpoint-1',
        inbox_id: 'inbox-1',
        url: `https://${name}.example/`,
        contact_id: 'contact-1',
        visitor_id: 'visitor-1',
      }),
      make(2, 'conversation.assigned', at(0), { agent_id: 'agent-1', team_id: 'team-1' }),
      make(3, 'message.sent', at(1), { ...said('contact', 'question'), auto_message_id: `auto of ${name}` }),
      make(4, 'bot.started', at(1), { bot_id: 'bot-1' }),
      make(5, 'message.sent', at(1, 5), said('bot', 'patience')),
      make(6, 'bot.handed_over', at(1, 10), { bot_id: 'bot-1' }),
      make(7, 'message.sent', at(2, seconds), { ...said('agent', 'answer'), contact_online: false }),
      make(8, 'message.sent', at(5, seconds), said('contact', 'thanks')),
      make(9, 'call.updated', at(6), { call_id: 'k-1', status: 'answered', medium: 'video' }),
      make(10, 'conversation.skipped', at(7), { agent_id: 'agent-1' }),
      make(11, 'outcome.recorded', at(8), {
        category: `category of ${name}`,
        effective: true,
        lead: number % 2 === 0,
        chatpoints: seconds,
        points_v1: seconds,
      }),
      make(12, 'survey.answered', at(9), {
        rating: 1 + organizations.indexOf(name),
        submitted: true,
        feedback: `feedback of ${name}`,
      }),
      make(13, 'survey.answered', at(9, 1), { rating: 2 * organizations.indexOf(name), scale: 10, submitted: true }),
      make(14, 'conversation.ended', at(10), { reason: 'resolved' }),
      make(15, 'conversation.requested', at(11), {
        initiator: 'contact',
        medium: 'text',
        url: `https://${name}.example/`,
      }),
      make(16, 'conversation.requested', at(12), { initiator: 'agent', medium: 'video', agent_id: 'agent-1' }),
      make(17, 'conversation.offered', at(12, 30), { agent_id: 'agent-1' }),
      make(18, 'invitation.sent', at(13), { campaign: `invitation of ${name}`, template: `template of ${name}` }),
      make(19, 'message.sent', at(14), said('contact', 'here I am')),
      make(20, 'message.sent', at(15), said('agent', 'welcome')),
    ]
  })
  const presence = ['online', 'paused', 'offline'].map((status, place) =>
    event(`p-${place}`, 'agent.presence_changed', `2026-03-03T1${place}:0${organizations.indexOf(name)}:00Z`, {
      agent_id: 'agent-1',
      status,
    }),
  )
  return [...entities, ...visitOf(name), ...commerceOf(name), ...presence, ...conversations.flat()]
}

/** What it sends, calls and sells, as many as the place of the organization says; the contact talked everywhere. */
function commerceOf(name: Name): unknown[] {
  return Array.from({ length: 1 + organizations.indexOf(name) }, (_, number) => {
    const time = `2026-03-0${6 + number}T10:00:00Z`
    const price = { amount: `${1 + organizations.indexOf(name)}.5`, currency: 'EUR' }
    return [
      event(`n-${number}`, 'notification.updated', time, {
        notification_id: `n-${number}`,
        channel: 'sms',
        status: 'delivered',
        campaign: `campaign of ${name}`,
        template: `template of ${name}`,
        touchpoint_id: 'touchpoint-1',
        parts: 2,
        price,
      }),
      event(`k-${number}`, 'call.updated', time, {
        call_id: `k-2-${number}`,
        status: 'completed',
        medium: 'voice',
        direction: 'inbound',
        trunk: `trunk of ${name}`,
        agent_id: 'agent-1',
        bot_id: 'bot-1',
        bot_evaluation: `evaluation of ${name}`,
        talk_seconds: 10 * (1 + number),
        price,
      }),
      event(`o-${number}`, 'order.placed', time, { order_id: `o-${number}`, contact_id: 'contact-1', total: price }),
      event(`i-${number}`, 'contact.identified', time, { contact_id: 'contact-1', visitor_id: `visitor-${number}` }),
    ]
  }).flat()
}

/** What a visitor of a site does, as long a stay as the place of the organization says. */
function visitOf(name: Name): unknown[] {
  const seen = {
    visitor_id: 'visitor-1',
    url: `https://${name}.example/`,
    browser: `browser of ${name}`,
    device: 'desktop',
  }
  const autoMessage = {
    ...seen,
    auto_message_id: `auto of ${name}`,
    trigger: `trigger of ${name}`,
    text: `text of ${name}`,
  }
  const at = (minute: number) => `2026-03-02T09:0${minute}:00Z`
  return [
    event('v-1', 'page.viewed', at(0), { ...seen, referrer: `https://from-${name}.example/` }),
    event('v-2', 'widget.shown', at(1), { ...seen, touchpoint_id: 'touchpoint-1' }),
    event('v-3', 'auto_message.clicked', at(2 + organizations.indexOf(name)), autoMessage),
    event('v-4', 'contact.identified', at(6), { visitor_id: 'visitor-1', contact_id: 'contact-1' }),
  ]
}

const now = Date.parse('2026-04-01T00:00:00Z')
const march = { from: '2026-03-01', to: '2026-04-01' }
const metrics = [...catalogue.metrics.keys()]
const services = () => house.at(now, { sees })

/** Fact by fact: a question that joins facts costs the engine several times as much. */
function factSets(ids: readonly string[]): string[][] {
  return [...Map.groupBy(ids, (id) => catalogue.metrics.get(id)?.fact).values()].map((set) => set.slice(0, 30))
}

function isSplitBy(id: string, columns: Readonly<Record<string, string>>): boolean {
  const metric = catalogue.metrics.get(id)
  return metric !== undefined && isCountedFrom(metric, columns)
}

/** Everything that asking can tell one organization, in one text. */
async function everythingTold(organizationId: string): Promise<string> {
  const asker = { organizationId }
  const answers: unknown[] = []
  for (const set of factSets(metrics))
    answers.push(
      await ask(services(), asker, { metrics: set, range: march, granularity: 'day', compare: 'previous_period' }),
    )
  for (const { id, columns } of catalogue.dimensions.values())
    for (const set of factSets(metrics.filter((id) => isSplitBy(id, columns))))
      answers.push(await ask(services(), asker, { metrics: set, range: march, dimensions: [id] }))
  // The statistics of one duration have the same records.
  for (const { id: metric, statistic, measure } of catalogue.metrics.values())
    if (measure.kind !== 'monthly' && (statistic === undefined || statistic.kind === 'avg'))
      answers.push(await askRecords(services(), asker, { metric, range: march, limit: 1000 }))
  for (const id of catalogue.dimensions.keys()) answers.push(await askValues(services(), asker, id, '', 500))
  for (const id of ['c-0', 'c-1', 'c-2', 'c-3'])
    answers.push(await askConversation(services(), asker, id).catch((error: unknown) => String(error)))
  return JSON.stringify(answers)
}

/** What the child saw when nobody else was there, and what each sees beside the others. */
let aloneChild = ''
const seenBy = new Map<string, Promise<string>>()

function everythingSeenBy(organizationId: string): Promise<string> {
  const seen = seenBy.get(organizationId) ?? everythingTold(organizationId)
  seenBy.set(organizationId, seen)
  return seen
}

beforeAll(async () => {
  house = await openTestHouse()
  for (const [index, name] of organizations.entries())
    house.decide(name, {
      trackedUrls: [{ id: `tracked of ${name}`, patterns: ['*'] }],
      settings: { sla_target_seconds: 20 * index + 1, potential_visitors: 1000 + index },
    })
  await house.take('child', eventsOf('child'))
  await house.settled()
  aloneChild = await everythingTold('child')
  for (const name of organizations) if (name !== 'child') await house.take(name, eventsOf(name))
  await house.settled()
}, 60_000)

afterAll(() => house.close())

describe('the wall between organizations with the same ids', () => {
  it.each(['child', 'sibling', 'stranger'] as const)(
    'shows the %s nothing of the others, and all of its own',
    async (name) => {
      const seen = await everythingSeenBy(name)
      for (const other of organizations) if (other !== name) expect(seen).not.toContain(other)
      for (const own of [
        'question',
        'answer',
        'thanks',
        'feedback',
        'auto',
        'agent',
        'bot',
        'team',
        'inbox',
        'touchpoint',
        'contact',
        'category',
        'campaign',
        'template',
        'trunk',
        'evaluation',
        'tracked',
      ])
        expect(seen).toContain(`${own} of ${name}`)
      expect(seen).toContain(`https://${name}.example/`)
    },
  )

  it('shows an organization to the last byte what it would see alone', async () => {
    expect(await everythingSeenBy('child')).toBe(aloneChild)
  })

  it('shows a parent its children, and not the stranger', async () => {
    const seen = await everythingSeenBy('parent')
    for (const name of ['parent', 'child', 'sibling']) expect(seen).toContain(`question of ${name}`)
    expect(seen).not.toContain('stranger')
  })

  it('counts every metric of a parent over itself and its children', async () => {
    for (const set of factSets(metrics)) {
      const request = { metrics: set, range: march }
      const [parent, child, sibling] = await Promise.all(
        ['parent', 'child', 'sibling'].map(
          async (organizationId) => (await ask(services(), { organizationId }, request)).totals,
        ),
      )
      const { rows } = await ask(services(), { organizationId: 'parent' }, { ...request, dimensions: ['organization'] })
      const found = new Map(rows.map(([name, ...values]) => [name, values]))
      expect([...found.keys()].sort(), set.join(', ')).toEqual(['child', 'parent', 'sibling'])
      expect(found.get('child')).toEqual(set.map((metric) => child?.[metric]))
      expect(found.get('sibling')).toEqual(set.map((metric) => sibling?.[metric]))
      for (const [index, metric] of set.entries()) {
        const sum = [...found.values()].reduce((total, values) => total + Number(values[index]), 0)
        if (catalogue.metrics.get(metric)?.additive) expect(Number(parent?.[metric]), metric).toBe(sum)
      }
    }
  })

  it('is not passed by a filter on the organization, nor by a cursor that names another', async () => {
    const asker = { organizationId: 'child' }
    const filters = [
      { dimension: 'organization', op: 'in' as const, values: ['parent', 'sibling', 'stranger', "child') OR (1 = 1"] },
    ]
    for (const set of factSets(metrics)) {
      const { totals } = await ask(services(), asker, { metrics: set, range: march, filters })
      expect(Object.values(totals).filter((value) => Number(value) !== 0)).toEqual([])
    }
    const request: RecordsRequest = { metric: 'messages', range: march, cursor: `${now}.18446744073709551615.stranger` }
    const { rows, total } = await askRecords(services(), asker, request)
    expect(rows).toHaveLength(12)
    expect(total).toBe(12)
    expect((await askRecords(services(), asker, { metric: 'messages', range: march, filters })).rows).toEqual([])
  })

  it('names nobody who sees nothing: an empty scope is a mistake of ours, not everything', async () => {
    const blind = { ...services(), scopeOf: async () => [] }
    const asker = { organizationId: 'child' }
    await expect(ask(blind, asker, { metrics: ['chats'], range: march })).rejects.toThrow(
      'A scope needs at least one organization.',
    )
    await expect(askRecords(blind, asker, { metric: 'chats', range: march })).rejects.toThrow('A scope')
    await expect(askValues(blind, asker, 'channel', '', 10)).rejects.toThrow('A scope')
    await expect(askConversation(blind, asker, 'c-0')).rejects.toThrow('A scope')
  })
})

describe('names', () => {
  const asker = { organizationId: 'names' }
  const described = (id: string, time: string, data: object) =>
    event(id, 'entity.described', time, { kind: 'agent', id: 'a-1', ...data })
  const labelOf = async () => {
    const answer = await ask(services(), asker, { metrics: ['agent_messages'], range: march, dimensions: ['agent'] })
    expect(answer.rows).toEqual([['a-1', 1]])
    return answer.labels
  }

  it('of agents stand beside their ids, outlive silence, and change when they are described anew', async () => {
    const message = event('m', 'message.sent', '2026-03-05T10:00:00Z', {
      conversation_id: 'c',
      author: { kind: 'agent', id: 'a-1' },
      text: 'hello',
    })
    await house.take('names', [message])
    await house.settled()
    expect(await labelOf()).toEqual({ agent: {} })
    const steps: [unknown, string][] = [
      [described('d-1', '2026-01-01T00:00:00Z', { name: 'Anna' }), 'Anna'],
      // What came later says less: the name is still the last one said.
      [described('d-2', '2026-01-02T00:00:00Z', { role: 'adviser' }), 'Anna'],
      [described('d-3', '2026-01-03T00:00:00Z', { name: '' }), 'Anna'],
      [described('d-4', '2026-02-01T00:00:00Z', { name: 'Anna de Wit' }), 'Anna de Wit'],
      // A late word about an earlier time changes nothing.
      [described('d-5', '2026-01-15T00:00:00Z', { name: 'Anne' }), 'Anna de Wit'],
      // Another kind with the same id is another thing.
      [
        event('d-6', 'entity.described', '2026-02-02T00:00:00Z', { kind: 'bot', id: 'a-1', name: 'Robot' }),
        'Anna de Wit',
      ],
    ]
    for (const [one, name] of steps) {
      await house.take('names', [one])
      await house.settled()
      expect(await labelOf()).toEqual({ agent: { 'a-1': name } })
    }
    const { timeline } = await askConversation(services(), asker, 'c')
    expect(timeline.map(({ author }) => author)).toEqual([{ kind: 'agent', id: 'a-1', name: 'Anna de Wit' }])
    expect((await askRecords(services(), asker, { metric: 'messages', range: march })).labels.agent).toEqual({
      'a-1': 'Anna de Wit',
    })
    expect(await askValues(services(), asker, 'agent', 'de wit', 10)).toEqual([])
  })
})
