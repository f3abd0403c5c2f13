import type { RecordQuestion } from '../../ask/records.ts'
import { asked } from '../../ask/view/question.ts'
import type { View } from '../../ask/view/view.ts'
import type { Picked } from '../drawing.ts'

/** What a pick asks for on a page: its own rows within what the page shows. */
export const recordQuestion = ({ metric, range, filters }: Picked, view: View, zone: string): RecordQuestion => ({
  metric,
  range: range ?? view.range,
  time_zone: zone,
  filters: [...view.filters, ...filters].map(asked),
})
