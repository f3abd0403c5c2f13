import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dimensionValues, type TitledPanel } from '../../ask/catalogue.ts'
import { nameOfValue } from '../../ask/name-of-value.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { Known } from './draft.ts'

type Only = TitledPanel['only']

/** Of which rows only, whatever the page is filtered by. */
export function OnlyChoice({
  only,
  dimensions,
  known,
  onChange,
}: {
  only: Only
  /** Those that all its metrics have. */
  dimensions: readonly string[]
  known: Known
  onChange(only: Only): void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const dimension = only === null ? undefined : known.dimensions.get(only.dimension)
  const late = useQuery({ ...dimensionValues(only?.dimension ?? '', '', language), enabled: only !== null })
  const names = new Map<string, string>()
  for (const { value, title } of dimension?.values ?? []) names.set(value, title)
  for (const { value, label } of late.data ?? []) {
    if (value !== null && dimension !== undefined)
      names.set(String(value), label ?? nameOfValue(dimension, String(value), language))
  }
  for (const value of only?.values ?? []) if (!names.has(value)) names.set(value, value)
  return (
    <>
      <Select
        label={t('compose.only')}
        value={only?.dimension ?? ''}
        data={[
          { value: '', label: t('compose.none_chosen') },
          ...dimensions.map((id) => ({ value: id, label: known.dimensions.get(id)?.title ?? id })),
        ]}
        onChange={(value) => onChange(value ? { dimension: value, values: [] } : null)}
        allowDeselect={false}
        searchable
        disabled={dimensions.length === 0}
      />
      {only === null ? null : (
        <MultiSelect
          label={t('compose.only_values')}
          value={[...only.values]}
          data={[...names].map(([value, label]) => ({ value, label }))}
          onChange={(values) => onChange({ ...only, values })}
          maxValues={100}
          limit={200}
          searchable
        />
      )}
    </>
  )
}
