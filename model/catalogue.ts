import { createCatalogue } from '@parley/core/query/catalogue.ts'
import { dimensions } from './dimensions.ts'
import { facts, madeFacts } from './facts.ts'
import { metrics } from './metrics.ts'

/** Everything Parley measures, by id. */
export const catalogue = createCatalogue({ facts, made: madeFacts, metrics, dimensions })
