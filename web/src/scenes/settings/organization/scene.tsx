import { TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Me, me } from '../../../ask/account.ts'
import { changeOrganization } from '../../../ask/settings.ts'
import { PageTitle } from '../../../ui/parts/page-title.tsx'
import { useForm } from '../../../ui/parts/use-form.ts'
import { DerivationNote, useFollowDerivation } from '../form/derivation-note.tsx'
import { Section } from '../form/section.tsx'
import { SettingsForm } from '../form/settings-form.tsx'
import { ZoneField } from '../form/zone-field.tsx'
import { OrganizationsBelow } from './below.tsx'

/** Its name and its clock, and the organizations below it. */
export function OrganizationScene() {
  const { t } = useTranslation()
  const account = useQuery(me).data
  return (
    <>
      <PageTitle title={t('organization.title')} question={t('organization.lead')} />
      <DerivationNote />
      {account === undefined ? null : (
        <>
          <OrganizationForm organization={account.organization} />
          <OrganizationsBelow account={account} />
        </>
      )}
    </>
  )
}

function OrganizationForm({ organization: { id, name, time_zone } }: { organization: Me['organization'] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const follow = useFollowDerivation()
  const form = useForm({
    saved: { name, time_zone },
    pointers: ['/name', '/time_zone'],
    check: (values): Record<string, string> => (values.name.trim() === '' ? { '/name': t('settings.required') } : {}),
    save: async (values) => {
      await changeOrganization(id, { ...values, name: values.name.trim() })
      await client.invalidateQueries({ queryKey: me.queryKey })
      if (values.time_zone !== time_zone) await follow()
    },
  })
  const { values, set, errorAt } = form
  return (
    <SettingsForm form={form} saved={t('settings.saved')}>
      <Section title={t('organization.who')} text={t('organization.who_why')}>
        <TextInput
          label={t('organization.name')}
          value={values.name}
          maxLength={200}
          onChange={(event) => set({ ...values, name: event.currentTarget.value })}
          error={errorAt('/name')}
        />
      </Section>
      <Section title={t('organization.clock')} text={t('organization.clock_why')}>
        <ZoneField
          label={t('organization.zone')}
          value={values.time_zone}
          onChange={(zone) => set({ ...values, time_zone: zone })}
          error={errorAt('/time_zone')}
        />
      </Section>
    </SettingsForm>
  )
}
