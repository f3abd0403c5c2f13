import { Alert, Button, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Owner } from '../../ask/account.ts'
import { Refusal } from '../../ask/http.ts'
import { zoneName } from '../../ui/formats/time.ts'
import { browserZone, timeZones } from '../../ui/formats/zones.ts'
import { toFirstWrong } from '../../ui/parts/first-wrong.ts'
import { RefusalText } from '../../ui/parts/refusal-note.tsx'
import { problemWords } from '../../ui/parts/refusal-words.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'

type Field = 'name' | 'email' | 'organization_name' | 'time_zone'

/** The four things the first one is asked. The organization is not asked for when the command line has made one. */
export function OwnerForm({
  organization,
  refusal,
  isPending,
  onSubmit,
}: {
  organization: { readonly name: string } | null
  refusal: Error | null
  isPending: boolean
  onSubmit(owner: Owner): void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const [values, setValues] = useState<Record<Field, string>>({
    name: '',
    email: '',
    organization_name: '',
    time_zone: browserZone(),
  })
  const [isChecked, setIsChecked] = useState(false)
  const wrong = problemsOf(values, organization !== null, t)
  const told = refusal instanceof Refusal ? refusal.problems : []
  const errorOf = (field: Field): string | undefined =>
    (isChecked ? wrong[field] : undefined) ??
    told.filter((problem) => problem.pointer === `/${field}`).map(problemWords)[0]
  const set = (field: Field) => (value: string) => setValues({ ...values, [field]: value })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsChecked(true)
    if (Object.keys(wrong).length > 0) return toFirstWrong(event.currentTarget)
    const { name, email, organization_name, time_zone } = values
    onSubmit({
      name: name.trim(),
      email: email.trim(),
      language,
      ...(organization === null ? { organization_name: organization_name.trim(), time_zone } : {}),
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={14}>
        <TextInput
          size="md"
          label={t('welcome.name')}
          autoComplete="name"
          autoFocus
          value={values.name}
          onChange={(event) => set('name')(event.currentTarget.value)}
          error={errorOf('name')}
        />
        <TextInput
          size="md"
          type="email"
          label={t('welcome.email')}
          autoComplete="email"
          value={values.email}
          onChange={(event) => set('email')(event.currentTarget.value)}
          error={errorOf('email')}
        />
        {organization === null ? (
          <>
            <TextInput
              size="md"
              label={t('welcome.organization')}
              description={t('welcome.organization_hint')}
              autoComplete="organization"
              value={values.organization_name}
              onChange={(event) => set('organization_name')(event.currentTarget.value)}
              error={errorOf('organization_name')}
            />
            <Select
              size="md"
              label={t('welcome.zone')}
              description={t('welcome.zone_hint')}
              searchable
              allowDeselect={false}
              limit={60}
              maxDropdownHeight={240}
              value={values.time_zone}
              onChange={(value) => set('time_zone')(value ?? 'UTC')}
              data={timeZones([browserZone()]).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
              renderOption={({ option }) => zoneName(option.value, language)}
              error={errorOf('time_zone')}
            />
          </>
        ) : null}
        {refusal === null || told.length > 0 ? null : (
          <Alert color="red" title={t('welcome.failed')}>
            <RefusalText error={refusal} />
          </Alert>
        )}
        <Button type="submit" size="md" fullWidth mt={8} loading={isPending}>
          {t('welcome.create')}
        </Button>
      </Stack>
    </form>
  )
}

function problemsOf(
  values: Readonly<Record<Field, string>>,
  hasOrganization: boolean,
  t: (key: 'welcome.required' | 'welcome.email_invalid') => string,
): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {}
  if (values.name.trim() === '') problems.name = t('welcome.required')
  if (values.email.trim() === '') problems.email = t('welcome.required')
  else if (!/^[^\s@]+@[^\s@]+$/.test(values.email.trim())) problems.email = t('welcome.email_invalid')
  if (!hasOrganization && values.organization_name.trim() === '') problems.organization_name = t('welcome.required')
  return problems
}
