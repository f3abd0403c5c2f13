import { Skeleton, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { me } from '../../../ask/account.ts'
import { changeSettings, type HeldSettings, settingsOf } from '../../../ask/settings.ts'
import { duration } from '../../../ui/formats/duration.ts'
import { PageTitle } from '../../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../../ui/parts/refusal-note.tsx'
import { useForm } from '../../../ui/parts/use-form.ts'
import { useLanguage } from '../../../ui/texts/use-language.ts'
import { DerivationNote, useFollowDerivation } from '../form/derivation-note.tsx'
import { DurationField } from '../form/duration-field.tsx'
import { readDuration, readNumber, type WrittenDuration, writeDuration } from '../form/numbers.ts'
import { Section } from '../form/section.tsx'
import { SettingsForm } from '../form/settings-form.tsx'
import { TimeoutFields } from './timeout-fields.tsx'
import { areSame, effectiveTimeouts, readTimeouts, type Timeout, writeTimeouts } from './timeouts.ts'

const monthSeconds = 30 * 86_400

/** What chats are cut, linked and measured by: session timeouts, attribution window, target of the first response. */
export function CountingScene() {
  const { t } = useTranslation()
  const organization = useQuery(me).data?.organization.id
  const held = useQuery({ ...settingsOf(organization ?? ''), enabled: organization !== undefined })
  return (
    <>
      <PageTitle title={t('counting.title')} question={t('counting.lead')} />
      <DerivationNote />
      {held.isError ? (
        <RefusalNote error={held.error} onRetry={() => void held.refetch()} />
      ) : held.data === undefined || organization === undefined ? (
        <Skeleton height={320} mt={12} radius="md" />
      ) : (
        <CountingForm organization={organization} held={held.data} />
      )}
    </>
  )
}

type Values = {
  readonly timeouts: readonly Timeout[]
  readonly sla: WrittenDuration
  readonly attribution: string
}

function CountingForm({ organization, held }: { organization: string; held: HeldSettings }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const client = useQueryClient()
  const follow = useFollowDerivation()
  const form = useForm<Values>({
    saved: {
      timeouts: writeTimeouts(held),
      sla: writeDuration(held.sla_target_seconds.value),
      attribution: String(held.attribution_window_days.value),
    },
    pointers: ['/session_timeouts', '/sla_target_seconds', '/attribution_window_days'],
    check: ({ timeouts, sla, attribution }) => {
      const problems: Record<string, string> = {}
      for (const [channel, seconds] of Object.entries(readTimeouts(timeouts)))
        if (!(seconds >= 60 && seconds <= monthSeconds))
          problems[`/session_timeouts/${channel}`] = t('counting.timeout_wrong')
      const target = readDuration(sla) ?? Number.NaN
      if (!(target >= 1 && target <= monthSeconds)) problems['/sla_target_seconds'] = t('counting.sla_wrong')
      const days = readNumber(attribution) ?? Number.NaN
      if (!(Number.isInteger(days) && days >= 1 && days <= 365))
        problems['/attribution_window_days'] = t('counting.attribution_wrong')
      return problems
    },
    save: async ({ timeouts, sla, attribution }) => {
      const seconds = readTimeouts(timeouts)
      const isCutAnew = !areSame(seconds, effectiveTimeouts(held))
      await changeSettings(organization, {
        ...(isCutAnew && { session_timeouts: areSame(seconds, held.session_timeouts.default) ? null : seconds }),
        sla_target_seconds: readDuration(sla) ?? null,
        attribution_window_days: readNumber(attribution) ?? null,
      })
      await client.invalidateQueries({ queryKey: ['settings'] })
      if (isCutAnew) await follow()
      else await client.invalidateQueries({ queryKey: ['query'] })
    },
  })
  const { values, set, errorAt } = form
  return (
    <SettingsForm form={form} saved={t('settings.saved')}>
      <Section title={t('counting.timeouts')} text={t('counting.timeouts_why')}>
        <TimeoutFields
          timeouts={values.timeouts}
          onChange={(timeouts) => set({ ...values, timeouts })}
          errorAt={errorAt}
        />
      </Section>
      <Section title={t('counting.sla')} text={t('counting.sla_why')}>
        <DurationField
          label={t('counting.sla_label')}
          description={t('settings.default', { value: duration(held.sla_target_seconds.default, language) })}
          value={values.sla}
          onChange={(sla) => set({ ...values, sla })}
          error={errorAt('/sla_target_seconds')}
        />
      </Section>
      <Section title={t('counting.attribution')} text={t('counting.attribution_why')}>
        <TextInput
          label={t('counting.attribution_label')}
          description={t('settings.default', { value: String(held.attribution_window_days.default) })}
          inputMode="numeric"
          value={values.attribution}
          onChange={(event) => set({ ...values, attribution: event.currentTarget.value })}
          error={errorAt('/attribution_window_days')}
        />
      </Section>
    </SettingsForm>
  )
}
