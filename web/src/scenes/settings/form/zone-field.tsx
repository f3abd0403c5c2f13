import { Select } from '@mantine/core'
import { zoneName } from '../../../ui/formats/time.ts'
import { timeZones } from '../../../ui/formats/zones.ts'
import { useLanguage } from '../../../ui/texts/use-language.ts'

/** The choice of a time zone: found by its place, told with its clock. */
export function ZoneField({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  value: string
  onChange(zone: string): void
  error: string | undefined
}) {
  const { language } = useLanguage()
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      limit={60}
      maxDropdownHeight={240}
      value={value}
      onChange={(zone) => onChange(zone ?? value)}
      data={timeZones([value]).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      renderOption={({ option }) => zoneName(option.value, language)}
      error={error}
    />
  )
}
