import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Visibility } from '../catalogue.ts'

/** Who sees what somebody made. */
export function VisibilityChoice({
  value,
  organization,
  onChange,
}: {
  value: Visibility
  organization: string
  onChange(value: Visibility): void
}) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      label={t('compose.visibility')}
      value={value}
      onChange={(next) => onChange(next === 'organization' ? 'organization' : 'private')}
    >
      <Stack gap={8} mt={6}>
        <Radio value="private" label={t('compose.private')} />
        <Radio value="organization" label={t('compose.organization', { organization })} />
      </Stack>
    </Radio.Group>
  )
}
