import { Anchor, Radio, Select, Skeleton, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changeTouchpoint, type Touchpoint, touchpointsOfOrganization } from '../../../ask/touchpoints.ts'
import { zoneName } from '../../../ui/formats/time.ts'
import { timeZones } from '../../../ui/formats/zones.ts'
import { PageTitle } from '../../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../../ui/parts/refusal-note.tsx'
import { useForm } from '../../../ui/parts/use-form.ts'
import { useLanguage } from '../../../ui/texts/use-language.ts'
import { NothingHere } from '../../not-found/scene.tsx'
import { DerivationNote, useFollowDerivation } from '../form/derivation-note.tsx'
import { Section } from '../form/section.tsx'
import { SettingsForm } from '../form/settings-form.tsx'
import { problemsOfHours, readHours, type WrittenHours, writeHours } from './hours.ts'
import { ExceptionFields, WeekFields } from './hours-fields.tsx'
import { HoursSummary } from './hours-summary.tsx'
import classes from './touchpoints.module.css'

/** One touchpoint: whose word holds for its hours, and which they are. */
export function TouchpointScene() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/shell/settings/touchpoints/$id' })
  const touchpoints = useQuery(touchpointsOfOrganization)
  if (touchpoints.isError) return <RefusalNote error={touchpoints.error} onRetry={() => void touchpoints.refetch()} />
  if (touchpoints.isPending) return <Skeleton height={400} mt={60} radius="md" />
  const touchpoint = touchpoints.data.find((one) => one.id === id)
  if (touchpoint === undefined) return <NothingHere title={t('touchpoints.no_such', { id })} />
  return (
    <>
      <PageTitle
        title={touchpoint.name ?? touchpoint.id}
        question={
          <Anchor renderRoot={(props) => <Link to="/settings/touchpoints" {...props} />}>{t('touchpoints.all')}</Anchor>
        }
      />
      <DerivationNote />
      <TouchpointForm key={id} touchpoint={touchpoint} />
    </>
  )
}

type Values = { readonly isOwn: boolean; readonly hours: WrittenHours; readonly zone: string | null }

const pointer = '/service_hours'

function TouchpointForm({ touchpoint }: { touchpoint: Touchpoint }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const client = useQueryClient()
  const follow = useFollowDerivation()
  const described = touchpoint.described_service_hours
  const form = useForm<Values>({
    saved: {
      isOwn: touchpoint.service_hours_source === 'own',
      hours: writeHours(touchpoint.service_hours),
      zone: touchpoint.time_zone_source === 'own' ? touchpoint.time_zone : null,
    },
    pointers: [pointer, '/time_zone'],
    check: ({ isOwn, hours }): Record<string, string> => {
      const problems = isOwn ? Object.entries(problemsOfHours(hours)) : []
      return Object.fromEntries(
        problems.map(([place, problem]) => [pointer + place, t(`touchpoints.wrong.${problem}`)]),
      )
    },
    save: async ({ isOwn, hours, zone }) => {
      await changeTouchpoint(touchpoint.id, { service_hours: isOwn ? readHours(hours) : null, time_zone: zone })
      await client.invalidateQueries({ queryKey: touchpointsOfOrganization.queryKey })
      await follow()
    },
  })
  const { values, set } = form
  const fields = {
    hours: values.hours,
    onChange: (hours: WrittenHours) => set({ ...values, hours }),
    errorAt: (place: string) => form.errorAt(pointer + place),
  }
  const said = touchpoint.described_time_zone
  return (
    <SettingsForm form={form} saved={t('settings.saved')}>
      <Section title={t('touchpoints.whose')} text={t('touchpoints.whose_why')}>
        <Radio.Group
          aria-label={t('touchpoints.whose')}
          value={values.isOwn ? 'own' : 'events'}
          onChange={(value) => set({ ...values, isOwn: value === 'own' })}
        >
          <Stack gap={12}>
            <Radio
              value="events"
              label={t('touchpoints.follow_events')}
              description={t('touchpoints.follow_events_hint')}
            />
            <Radio value="own" label={t('touchpoints.set_here')} description={t('touchpoints.set_here_hint')} />
          </Stack>
        </Radio.Group>
        <div className={classes.said}>
          {described === null ? t('touchpoints.events_silent') : <HoursSummary hours={described} />}
        </div>
      </Section>
      {values.isOwn ? (
        <>
          <Section title={t('touchpoints.week')} text={t('touchpoints.week_why')}>
            <WeekFields {...fields} />
          </Section>
          <Section title={t('touchpoints.exceptions')} text={t('touchpoints.exceptions_why')}>
            <ExceptionFields {...fields} />
          </Section>
        </>
      ) : null}
      <Section title={t('touchpoints.zone')} text={t('touchpoints.zone_why')}>
        <Select
          label={t('touchpoints.zone')}
          searchable
          allowDeselect={false}
          limit={60}
          maxDropdownHeight={240}
          value={values.zone ?? ''}
          onChange={(zone) => set({ ...values, zone: zone === '' ? null : zone })}
          data={[
            {
              value: '',
              label: said === null ? t('touchpoints.zone_organization') : t('touchpoints.zone_events', { zone: said }),
            },
            ...timeZones([touchpoint.time_zone]).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
          ]}
          renderOption={({ option }) => (option.value === '' ? option.label : zoneName(option.value, language))}
          error={form.errorAt('/time_zone')}
        />
      </Section>
    </SettingsForm>
  )
}
