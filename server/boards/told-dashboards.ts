import type { PanelDocument } from '@parley/core/dashboards/document.ts'
import {
  type Dashboard,
  panelGranularities,
  panelKinds,
  panelWindows,
  pickedMetric,
} from '@parley/core/declare/dashboard.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { type Language, metricText, textsIn } from '@parley/model/texts/index.ts'
import { z } from 'zod'
import type { OwnDashboard } from './own-dashboards.ts'
import { isChangedBy, type Maker } from './visibility.ts'

const toldPanel = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(panelKinds),
  metrics: z.array(z.string()),
  dimensions: z.array(z.string()),
  granularity: z.enum(panelGranularities).nullable(),
  finest: z.literal('week').nullable().meta({ description: 'The finest buckets that `auto` gives.' }),
  cycle: z.enum(['sum', 'mean']),
  columns: z
    .array(z.string())
    .nullable()
    .meta({ description: 'Of records: which of their columns are told, in order; null: all that say something.' }),
  window: z
    .enum(panelWindows)
    .nullable()
    .meta({ description: 'A stretch of time of its own, until now; null: the page’s range.' }),
  only: z
    .object({ dimension: z.string(), values: z.array(z.string()) })
    .nullable()
    .meta({ description: 'Of which rows only, whatever the page is filtered by.' }),
  width: z.int(),
})

export const toldHead = z.object({
  id: z.string(),
  group: z.string().meta({ description: '`own` for those that people compose.' }),
  title: z.string(),
  question: z.string(),
  visibility: z
    .enum(['built_in', 'organization', 'private'])
    .meta({ description: '`built_in`: everybody; `organization`: everybody of yours; `private`: you alone.' }),
  can_change: z.boolean().meta({ description: 'Whether you may change and delete it.' }),
})

export const toldDashboard = toldHead.extend({
  filters: z.array(z.string()),
  picker: z.array(z.string()),
  panels: z.array(toldPanel),
  source: z.array(z.string()),
  revision: z.int().nullable().meta({
    description: 'Of one that people compose: grows with every change. Send it along to change that very one.',
  }),
})

export type ToldDashboard = z.input<typeof toldDashboard>

/** The group of those that people compose. */
export const ownGroup = 'own'

export function tellBuiltInHead({ id, group }: Dashboard, language: Language): z.input<typeof toldHead> {
  const text = textsIn(language).dashboards[id]
  return {
    id,
    group,
    title: text?.title ?? id,
    question: text?.question ?? '',
    visibility: 'built_in',
    can_change: false,
  }
}

export function tellBuiltIn(dashboard: Dashboard, language: Language): ToldDashboard {
  const titles = textsIn(language).dashboards[dashboard.id]?.panels ?? {}
  return {
    ...tellBuiltInHead(dashboard, language),
    filters: [...dashboard.filters],
    picker: [...(dashboard.picker ?? [])],
    panels: dashboard.panels.map((panel) => tellPanel(panel, titles[panel.id] ?? panel.id)),
    source: [...dashboard.source],
    revision: null,
  }
}

export function tellOwnHead(one: OwnDashboard, maker: Maker): z.input<typeof toldHead> {
  const { id, title, question, visibility } = one
  return { id, group: ownGroup, title, question, visibility, can_change: isChangedBy(one, maker) }
}

export function tellOwn(one: OwnDashboard, maker: Maker, language: Language): ToldDashboard {
  return {
    ...tellOwnHead(one, maker),
    filters: one.filters,
    picker: one.picker,
    panels: one.panels.map((panel) => tellPanel(panel, panel.title || titleOf(panel, language))),
    source: [],
    revision: one.revision,
  }
}

function tellPanel(panel: Dashboard['panels'][number] | PanelDocument, title: string): z.input<typeof toldPanel> {
  return {
    id: panel.id,
    title,
    kind: panel.kind,
    metrics: [...panel.metrics],
    dimensions: [...(panel.dimensions ?? [])],
    granularity: panel.granularity ?? null,
    finest: panel.finest ?? null,
    cycle: panel.cycle ?? 'sum',
    columns: panel.columns ? [...panel.columns] : null,
    window: panel.window ?? null,
    only: panel.only ? { dimension: panel.only.dimension, values: [...panel.only.values] } : null,
    width: panel.width,
  }
}

/** More metrics are told by the legend. */
const mostNamed = 3

/** Of a panel without a title: what it counts, by what. */
function titleOf({ metrics, dimensions, granularity }: PanelDocument, language: Language): string {
  const texts = textsIn(language)
  const named = metrics.filter((id) => id !== pickedMetric)
  const counted = named
    .slice(0, mostNamed)
    .map((id) => {
      const metric = catalogue.metrics.get(id)
      return metric === undefined ? id : metricText(metric, language).title
    })
    .join(', ')
  const split = (dimensions ?? []).map((id) => texts.dimensions[id] ?? id).join(', ')
  const words = [named.length > mostNamed ? `${counted} …` : counted, split].filter((word) => word !== '')
  if (words.length > 0) return words.join(' · ')
  return granularity ? texts.own_panels.over_time : texts.own_panels.in_total
}
