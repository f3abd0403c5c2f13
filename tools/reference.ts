import { readFileSync, writeFileSync } from 'node:fs'
import { dimensionsOf } from '@parley/core/query/catalogue.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { settings } from '@parley/model/settings/settings.ts'
import { metricText, textsIn } from '@parley/model/texts/index.ts'
import { describeConfig } from '@parley/server/config.ts'

/** The pages of `docs/reference` that follow from the code, by path. `npm run reference` writes them; a test holds them to it. */
export const referencePages: Readonly<Record<string, () => string>> = {
  'docs/reference/configuration.md': describeConfig,
  'docs/reference/metrics.md': describeMetrics,
  'docs/reference/settings.md': describeSettings,
}

function describeMetrics(): string {
  const { units, dimensions } = textsIn('en')
  const entries = [...catalogue.metrics.values()].map((metric) => {
    const text = metricText(metric, 'en')
    const splits = dimensionsOf(catalogue, metric).map(({ id }) => `\`${id}\``)
    return [
      `## ${text.title}`,
      '',
      `\`${metric.id}\``,
      '',
      `- **What:** ${text.what}`,
      `- **Formula:** ${text.formula}`,
      `- **Unit:** ${units[metric.unit]}. Nothing gives ${metric.empty === 0 ? '0' : 'no number (–)'}. ${metric.additive ? 'Parts add up to the whole.' : 'Never summed.'}`,
      `- **When it is counted:** ${text.when}`,
      `- **Why it is useful:** ${text.why}`,
      `- **Split and filter by:** ${splits.join(', ')}`,
      `- **Source:** ${metric.source.join(', ')}`,
      '',
    ].join('\n')
  })
  const known = Object.entries(dimensions).map(([id, title]) => `| \`${id}\` | ${title} |`)
  return [
    '# Metrics',
    '',
    'Every number Parley knows, from the declarations the engine computes from. In Dutch and Russian: `GET /v1/metrics` with `Accept-Language`.',
    'Written by `npm run reference`; do not edit.',
    '',
    ...entries,
    '# Dimensions',
    '',
    '| id | title |',
    '|---|---|',
    ...known,
    '',
    'A row counts in each of its values where it has several, so parts may exceed the whole. A page has every `tracked_url` that it matches. Presence and calls are of an',
    'agent and of no conversation: their `team` is every team that the agent was last described as being in (`entity.described`, `team_ids`), for the past too. Anywhere',
    'else `team` is the one that the conversation was assigned to.',
    '',
  ].join('\n')
}

function describeSettings(): string {
  const rows = Object.entries(settings).map(
    ([name, { what, default: byDefault, changes, isInherited }]) =>
      `| \`${name}\` | ${what} | \`${JSON.stringify(byDefault)}\` | ${changes === 'facts' ? 'once facts are derived again' : 'at once'} | ${isInherited ? 'yes' : 'no'} |`,
  )
  return [
    '# Settings of an organization',
    '',
    'What an organization decides for itself: `GET` and `PATCH /v1/organizations/ID/settings`, with the scope `admin` to change it. A parent may set what is',
    'below it. `null` takes a value back. A setting that is inherited holds below until one there sets its own.',
    'Written by `npm run reference`; do not edit.',
    '',
    '| setting | what it is | default | a change holds | inherited |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'Where a change holds once facts are derived again, that happens by itself, for the past too, beside the tables in use; `GET /v1/derivation` says how far it',
    'is. Until then numbers are those from before.',
    '',
    '## Touchpoints',
    '',
    '`GET /v1/touchpoints` lists those that events name or describe, with the service hours and the time zone that hold and whose word that is. `PATCH',
    '/v1/touchpoints/ID` decides `service_hours`, `time_zone` or both: they go before what events say, whenever they say it, until `null` takes them back.',
    'Where neither gives a zone, it is the organization’s. A change derives facts again.',
    '',
    '## Tracked URLs',
    '',
    'A name for some of the pages of an organization (`/v1/tracked-urls`): a label and patterns in which `*` stands for any characters, none included. They are',
    'values of the dimension `tracked_url`, and a change holds for the past at once.',
    '',
    '- A page and a pattern are compared without scheme, query and fragment, the host in small letters, the path as it is.',
    '- A slash at the end makes no difference: `/cards` and `/cards/` are one page, and `shop.example/cards/*` is that page and everything below it.',
    '- A port belongs to the host as it is written. `*.shop.example` does not match `shop.example` itself: give both patterns.',
    '- A host with letters other than those of English also matches the spelling that browsers send.',
    '- Everything before the first slash of a pattern is host: `shop.example/*sale*` looks for a word in the path.',
    '- A page that matches several labels counts in each; one that matches none is `-1`, other pages; without a page there is no value.',
    '- An organization has a list of its own. A question of its parent follows for each row the list of the organization it belongs to.',
    '',
  ].join('\n')
}

if (process.argv.includes('--write'))
  for (const [path, page] of Object.entries(referencePages)) writeFileSync(path, page())

/** A page as it is in the repository. */
export function pageOnDisk(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}
