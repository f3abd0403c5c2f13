import { MultiSelect, Radio, Textarea, TextInput } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './compose.module.css'
import { type Draft, type Known, offeredFilters } from './draft.ts'

/** What is said of a dashboard, who sees it, and what its readers can choose. */
export function DraftFields({
  ref,
  draft,
  known,
  organization,
  isChecked,
  onChange,
}: {
  /** Of the title. */
  ref: Ref<HTMLInputElement>
  draft: Draft
  known: Known
  organization: string
  /** Whether it was tried to save it. */
  isChecked: boolean
  onChange(draft: Draft): void
}) {
  const { t } = useTranslation()
  const offered = offeredFilters(draft, known)
  return (
    <div className={classes.fields}>
      <TextInput
        ref={ref}
        label={t('compose.name')}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
        maxLength={120}
        required
        error={isChecked && draft.title.trim() === '' ? t('compose.name_required') : undefined}
      />
      <Radio.Group
        label={t('compose.visibility')}
        value={draft.visibility}
        onChange={(value) => onChange({ ...draft, visibility: value === 'organization' ? 'organization' : 'private' })}
      >
        <div className={classes.radios}>
          <Radio value="private" label={t('compose.private')} />
          <Radio value="organization" label={t('compose.organization', { organization })} />
        </div>
      </Radio.Group>
      <Textarea
        className={classes.wide ?? ''}
        label={t('compose.description')}
        placeholder={t('compose.description_hint')}
        value={draft.question}
        // One sentence: a line break would be no part of it.
        onChange={(event) => onChange({ ...draft, question: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
        maxLength={300}
        autosize
        minRows={1}
      />
      <MultiSelect
        label={t('compose.filters')}
        description={t('compose.filters_hint')}
        value={draft.filters.filter((id) => offered.includes(id))}
        onChange={(filters) => onChange({ ...draft, filters })}
        data={offered.map((id) => ({ value: id, label: known.dimensions.get(id)?.title ?? id }))}
        maxValues={20}
        searchable
        disabled={offered.length === 0}
      />
      <MultiSelect
        label={t('compose.picker')}
        description={t('compose.picker_hint', { picked: t('compose.picked') })}
        value={[...draft.picker]}
        onChange={(picker) => onChange({ ...draft, picker })}
        data={[...known.metrics.values()].map(({ id, title }) => ({ value: id, label: title }))}
        maxValues={20}
        limit={60}
        searchable
      />
    </div>
  )
}
