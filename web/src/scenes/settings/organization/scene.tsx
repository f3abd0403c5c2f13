import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Me, me, moveTo } from '../../../ask/account.ts'
import { changeOrganization } from '../../../ask/settings.ts'
import { zoneName } from '../../../ui/formats/time.ts'
import { timeZones } from '../../../ui/formats/zones.ts'
import { PageTitle } from '../../../ui/parts/page-title.tsx'
import { ScrollRegion } from '../../../ui/parts/scroll-region.tsx'
import settings from '../../../ui/parts/settings.module.css'
import { useLanguage } from '../../../ui/texts/use-language.ts'
import { DerivationNote, useFollowDerivation } from '../form/derivation-note.tsx'
import { Section } from '../form/section.tsx'
import { SettingsForm } from '../form/settings-form.tsx'
import { useForm } from '../form/use-form.ts'

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
          <Below account={account} />
        </>
      )}
    </>
  )
}

function OrganizationForm({ organization: { id, name, time_zone } }: { organization: Me['organization'] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
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
        <Select
          label={t('organization.zone')}
          searchable
          allowDeselect={false}
          limit={60}
          maxDropdownHeight={240}
          value={values.time_zone}
          onChange={(zone) => set({ ...values, time_zone: zone ?? values.time_zone })}
          data={timeZones([values.time_zone]).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          renderOption={({ option }) => zoneName(option.value, language)}
          error={errorAt('/time_zone')}
        />
      </Section>
    </SettingsForm>
  )
}

function Below({ account: { organization, organizations } }: { account: Me }) {
  const { t } = useTranslation()
  const below = organizations.filter(({ id }) => id !== organization.id)
  const moving = useMutation({
    mutationFn: moveTo,
    // Everything on the screen belongs to the organization that was left.
    onSuccess: () => window.location.assign('/settings/organization'),
  })
  if (below.length === 0) return null
  return (
    <section aria-labelledby="below" style={{ maxWidth: 860 }}>
      <h2 id="below" className={settings.heading}>
        {t('organization.below')}
      </h2>
      <p className={settings.lead}>{t('organization.below_why')}</p>
      <div className={settings.panel}>
        <ScrollRegion className={settings.scroll} label={t('organization.below')}>
          <table className={settings.table}>
            <thead>
              <tr>
                <th scope="col">{t('organization.name')}</th>
                <th scope="col">{t('organization.level')}</th>
                <th scope="col">{t('organization.zone')}</th>
                <th scope="col">
                  <span className={settings.hidden}>{t('organization.open')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {below.map(({ id, name, level, time_zone }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{level}</td>
                  <td>{time_zone.replaceAll('_', ' ')}</td>
                  <td className={settings.end}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${t('organization.open')}: ${name}`}
                      onClick={() => moving.mutate(id)}
                    >
                      {t('organization.open')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </div>
    </section>
  )
}
