import type { TFunction } from 'i18next'
import type { Filter } from '../view/view.ts'

/** How many values a chip names before it counts. */
const named = 2

/** What a chip says after the dimension: `web, whatsapp`, `is not web`, `web +3`. */
export function filterWords(filter: Filter, nameOf: (value: string | null) => string, t: TFunction): string {
  const { op, values } = filter
  if (op === 'exists') return t('filter.exists')
  if (op === 'not_exists') return t('filter.not_exists')
  const shown = values.slice(0, named).map(nameOf).join(', ')
  const text = values.length > named ? t('filter.and_more', { shown, count: values.length - named }) : shown
  return op === 'in' ? text : `${op === 'not_in' ? t('filter.not_in') : t('filter.contains')} ${text}`
}
