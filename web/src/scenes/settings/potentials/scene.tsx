import { Skeleton, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { me } from '../../../ask/account.ts'
import { changeSettings, type HeldSettings, settingsOf } from '../../../ask/settings.ts'
import type { Language } from '../../../ui/formats/language.ts'
import { PageTitle } from '../../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../../ui/parts/refusal-note.tsx'
import { useForm } from '../../../ui/parts/use-form.ts'
import { useLanguage } from '../../../ui/texts/use-language.ts'
import classes from '../form/form.module.css'
import { readNumber } from '../form/numbers.ts'
import { Section } from '../form/section.tsx'
import { SettingsForm } from '../form/settings-form.tsx'
import { RateFields } from './rate-fields.tsx'
import { problemsOfRates, readRates, type WrittenRate, writeRates } from './rates.ts'

const contactNumbers = ['potential_leads', 'potential_workshop_appointments'] as const
const agentNumbers = ['potential_sales_agents', 'potential_service_advisers'] as const
const numbers = [...contactNumbers, ...agentNumbers, 'potential_visitors'] as const
type NumberName = (typeof numbers)[number]

/** What could be in a month: what the dashboards of the group “Potential” compare with. */
export function PotentialsScene() {
  const { t } = useTranslation()
  const organization = useQuery(me).data?.organization.id
  const held = useQuery({ ...settingsOf(organization ?? ''), enabled: organization !== undefined })
  return (
    <>
      <PageTitle title={t('potentials.title')} question={t('potentials.lead')} />
      {held.isError ? (
        <RefusalNote error={held.error} onRetry={() => void held.refetch()} />
      ) : held.data === undefined || organization === undefined ? (
        <Skeleton height={320} mt={12} radius="md" />
      ) : (
        <PotentialsForm organization={organization} held={held.data} />
      )}
    </>
  )
}

type Values = {
  readonly numbers: Readonly<Record<NumberName, string>>
  readonly businessType: string
  readonly rates: readonly WrittenRate[]
}

function PotentialsForm({ organization, held }: { organization: string; held: HeldSettings }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const client = useQueryClient()
  const rateWords = {
    required: t('settings.required'),
    twice: t('potentials.type_twice'),
    rate: t('potentials.rate_wrong'),
  }
  const form = useForm<Values>({
    saved: toValues(held, language),
    pointers: [...numbers.map((name) => `/${name}`), '/business_type'],
    check: ({ numbers: written, rates }) => {
      const problems: Record<string, string> = {}
      for (const name of numbers) {
        const number = readNumber(written[name]) ?? 0
        if (!(Number.isInteger(number) && number >= 0 && number <= 1_000_000_000))
          problems[`/${name}`] = t('potentials.number_wrong')
      }
      for (const [place, problem] of Object.entries(problemsOfRates(rates)))
        problems[`/conversion_rates/${place}`] = rateWords[problem]
      return problems
    },
    save: async (values) => {
      const rates = readRates(values.rates)
      await changeSettings(organization, {
        ...Object.fromEntries(numbers.map((name) => [name, readNumber(values.numbers[name]) ?? null])),
        business_type: values.businessType.trim() === '' ? null : values.businessType.trim(),
        // What is inherited stays so until somebody here changes it.
        ...(JSON.stringify(rates) !== JSON.stringify(held.conversion_rates.value) && {
          conversion_rates: Object.keys(rates).length === 0 ? null : rates,
        }),
      })
      await client.invalidateQueries({ queryKey: ['settings'] })
      await client.invalidateQueries({ queryKey: ['query'] })
    },
  })
  const { values, set, errorAt } = form
  const fields = (names: readonly NumberName[]) =>
    names.map((name) => (
      <TextInput
        key={name}
        label={t(`potentials.${name}`)}
        description={t('potentials.per_month')}
        inputMode="numeric"
        value={values.numbers[name]}
        onChange={(event) => set({ ...values, numbers: { ...values.numbers, [name]: event.currentTarget.value } })}
        error={errorAt(`/${name}`)}
      />
    ))
  return (
    <SettingsForm form={form} saved={t('settings.saved')}>
      <Section title={t('potentials.contacts')} text={t('potentials.contacts_why')}>
        {fields(contactNumbers)}
      </Section>
      <Section title={t('potentials.agents')} text={t('potentials.agents_why')}>
        {fields(agentNumbers)}
      </Section>
      <Section title={t('potentials.visitors')} text={t('potentials.visitors_why')}>
        {fields(['potential_visitors'])}
        <TextInput
          label={t('potentials.business_type')}
          description={t('potentials.business_type_hint')}
          list="business-types"
          maxLength={200}
          value={values.businessType}
          onChange={(event) => set({ ...values, businessType: event.currentTarget.value })}
          error={errorAt('/business_type')}
        />
        <datalist id="business-types">
          {Object.keys(held.conversion_rates.value).map((type) => (
            <option key={type} value={type} />
          ))}
        </datalist>
      </Section>
      <Section title={t('potentials.rates')} text={t('potentials.rates_why')}>
        {held.conversion_rates.source === 'inherited' ? (
          <p className={classes.hint}>{t('potentials.rates_inherited')}</p>
        ) : null}
        <RateFields rates={values.rates} onChange={(rates) => set({ ...values, rates })} errorAt={errorAt} />
      </Section>
    </SettingsForm>
  )
}

function toValues(held: HeldSettings, language: Language): Values {
  const written = (name: NumberName) => (held[name].value === null ? '' : String(held[name].value))
  return {
    numbers: Object.fromEntries(numbers.map((name) => [name, written(name)])) as Record<NumberName, string>,
    businessType: held.business_type.value ?? '',
    rates: writeRates(held.conversion_rates.value, language),
  }
}
