import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../ui/texts/use-language.ts'
import classes from './form.module.css'
import { type DurationUnit, durationUnits, unitWord, type WrittenDuration } from './numbers.ts'

/** A number and its unit. */
export function DurationField({
  label,
  description,
  value,
  onChange,
  error,
}: {
  label: string
  description?: string
  value: WrittenDuration
  onChange(value: WrittenDuration): void
  error: string | undefined
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <div className={classes.row} style={{ alignItems: 'flex-end' }}>
      <TextInput
        className={classes.grow ?? ''}
        label={label}
        description={description}
        inputMode="decimal"
        value={value.amount}
        onChange={(event) => onChange({ ...value, amount: event.currentTarget.value })}
        error={error}
      />
      <Select
        w={130}
        mb={error === undefined ? 0 : 24}
        aria-label={t('settings.unit_of', { name: label })}
        allowDeselect={false}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit: unit as DurationUnit })}
        data={durationUnits.map((unit) => ({ value: unit, label: unitWord(value, unit, language) }))}
      />
    </div>
  )
}
