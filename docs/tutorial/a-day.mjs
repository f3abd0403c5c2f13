// Yesterday at a bicycle shop, as events on standard output: twelve conversations, one every half hour from nine on.
// Anna answers after 20 seconds, Ben after 60, and nobody answers the last two.
const day = new Date()
day.setDate(day.getDate() - 1)

const agents = [
  { id: 'anna', name: 'Anna', answersAfter: 20 },
  { id: 'ben', name: 'Ben', answersAfter: 60 },
]

function tell(id, type, time, data) {
  const event = { specversion: '1.0', id, source: '/tutorial', type, time: time.toISOString(), data }
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

for (const { id, name } of agents) tell(`agent-${id}`, 'entity.described', day, { kind: 'agent', id, name })

for (let number = 0; number < 12; number += 1) {
  const conversation_id = `tutorial-${number}`
  const channel = number % 3 === 0 ? 'whatsapp' : 'web'
  const agent = agents[number % 2]
  const after = (seconds) => {
    const time = new Date(day)
    time.setHours(9, 30 * number, seconds, 0)
    return time
  }
  const say = (what, seconds, author, text) =>
    tell(`${conversation_id}-${what}`, 'message.sent', after(seconds), { conversation_id, channel, author, text })
  const contact = { kind: 'contact', id: `visitor-${number}` }

  say('question', 0, contact, 'Is the blue one still there?')
  if (number >= 10) continue
  say('answer', agent.answersAfter, { kind: 'agent', id: agent.id }, 'It is. Shall I put it aside for you?')
  say('thanks', agent.answersAfter + 40, contact, 'Yes please.')
  tell(`${conversation_id}-end`, 'conversation.ended', after(300), { conversation_id, reason: 'resolved' })
}
