import { Button, Checkbox, Group, Loader, ScrollArea, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { compact } from '../../ui/formats/number.ts'
import { useRefusalWords } from '../../ui/parts/refusal-note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import type { DimensionInfo } from '../catalogue.ts'
import { nameOfValue } from '../name-of-value.ts'
import type { Filter, Operator, Range } from '../view/view.ts'
import classes from './bar.module.css'
import { useValues } from './use-values.ts'

/** Several values of one dimension, or text it contains. It is applied as one change, so that pages ask once. */
export function FilterEditor({
  dimension,
  filter,
  place,
  onApply,
}: {
  dimension: DimensionInfo
  filter: Filter | undefined
  place: { range: Range; zone: string; metric: string | undefined }
  onApply(filter: Filter): void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const words = useRefusalWords()
  const [op, setOp] = useState<Operator>(filter?.op ?? 'in')
  const [chosen, setChosen] = useState<readonly (string | null)[]>(
    filter?.op === 'contains' ? [] : (filter?.values ?? []),
  )
  const [text, setText] = useState(filter?.op === 'contains' ? (filter.values[0] ?? '') : '')
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search.trim(), 200)
  const { values, isPending, error } = useValues(dimension, wanted, place, t('word.no_value'))
  // What was chosen stays in sight, also when it is not among the values found.
  const missing = wanted === '' ? chosen.filter((value) => values.every((known) => known.value !== value)) : []
  const shown = [
    ...missing.map((value) => ({
      value,
      name: value === null ? t('word.no_value') : nameOfValue(dimension, value, language),
      count: undefined,
    })),
    ...values,
  ]
  const operators: Operator[] = dimension.values ? ['in', 'not_in'] : ['in', 'not_in', 'contains']
  const toggle = (value: string | null) =>
    setChosen(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  const apply = () =>
    onApply({
      dimension: dimension.id,
      op,
      values: op === 'contains' ? (text.trim() === '' ? [] : [text.trim()]) : chosen,
    })
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <Group gap={10} justify="space-between" wrap="nowrap" mb={10}>
        <strong className={classes.editor_title}>{dimension.title}</strong>
        <SegmentedControl
          size="xs"
          value={op === 'exists' || op === 'not_exists' ? 'in' : op}
          onChange={(value) => setOp(operators.find((known) => known === value) ?? 'in')}
          data={operators.map((value) => ({ value, label: t(`filter.${value}`) }))}
          aria-label={dimension.title}
        />
      </Group>
      {op === 'contains' ? (
        <TextInput
          data-autofocus
          size="xs"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={t('filter.text')}
          aria-label={t('filter.text')}
        />
      ) : (
        <>
          <TextInput
            data-autofocus
            size="xs"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            placeholder={t('filter.find')}
            aria-label={t('filter.find')}
            leftSection={<IconSearch size={14} />}
            rightSection={isPending ? <Loader size={12} /> : null}
          />
          <ScrollArea.Autosize mah={260} mt={8} type="auto" scrollbarSize={8}>
            <ul className={classes.values}>
              {shown.map(({ value, name, count }) => (
                <li key={value ?? '\u0000'}>
                  <Checkbox
                    size="xs"
                    checked={chosen.includes(value)}
                    onChange={() => toggle(value)}
                    classNames={{
                      root: classes.value ?? '',
                      body: classes.value_body ?? '',
                      labelWrapper: classes.value_label ?? '',
                    }}
                    label={
                      <span className={classes.value_words}>
                        <span className={classes.value_name} data-none={value === null}>
                          {name}
                        </span>
                        {count === undefined ? null : (
                          <span className={classes.value_count}>{compact(count, language)}</span>
                        )}
                      </span>
                    }
                  />
                </li>
              ))}
            </ul>
            {error === null ? null : <p className={classes.message}>{words(error).text}</p>}
            {shown.length === 0 && !isPending && error === null ? (
              <p className={classes.message}>
                {wanted === '' ? t('filter.no_values') : t('filter.no_match', { query: wanted })}
              </p>
            ) : null}
          </ScrollArea.Autosize>
        </>
      )}
      <Button type="submit" fullWidth size="xs" mt={12}>
        {t('filter.apply')}
      </Button>
    </form>
  )
}
