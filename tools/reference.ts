import { readFileSync, writeFileSync } from 'node:fs'
import { dimensionsOf } from '@parley/core/query/catalogue.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { metricText, textsIn } from '@parley/model/texts/index.ts'
import { describeConfig } from '@parley/server/config.ts'

/** The pages of `docs/reference` that follow from the code, by path. `npm run reference` writes them; a test holds them to it. */
export const referencePages: Readonly<Record<string, () => string>> = {
  'docs/reference/configuration.md': describeConfig,
  'docs/reference/metrics.md': describeMetrics,
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
  ].join('\n')
}

if (process.argv.includes('--write'))
  for (const [path, page] of Object.entries(referencePages)) writeFileSync(path, page())

/** A page as it is in the repository. */
export function pageOnDisk(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}
