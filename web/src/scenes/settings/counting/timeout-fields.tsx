import { ActionIcon, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dimensionsIn } from '../../../ask/catalogue.ts'
import { nameOfValue } from '../../../ask/name-of-value.ts'
import { useLanguage } from '../../../ui/texts/use-language.ts'
import { DurationField } from '../form/duration-field.tsx'
import classes from '../form/form.module.css'
import type { Timeout } from './timeouts.ts'

/** A timeout for web chats, one for all others, and one for each channel that differs. */
export function TimeoutFields({
  timeouts,
  onChange,
  errorAt,
}: {
  timeouts: readonly Timeout[]
  onChange(timeouts: readonly Timeout[]): void
  errorAt(pointer: string): string | undefined
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const channel = useQuery(dimensionsIn(language)).data?.get('channel')
  const nameOf = (id: string) => (id === 'other' ? t('counting.other') : nameOfValue(channel, id, language))
  const free = (channel?.values ?? []).filter(({ value }) => timeouts.every((one) => one.channel !== value))
  return (
    <>
      {timeouts.map(({ channel: id, written }) => (
        <div key={id} className={classes.row} style={{ alignItems: 'flex-end' }}>
          <div className={classes.grow}>
            <DurationField
              label={nameOf(id)}
              value={written}
              onChange={(next) =>
                onChange(timeouts.map((one) => (one.channel === id ? { ...one, written: next } : one)))
              }
              error={errorAt(`/session_timeouts/${id}`)}
            />
          </div>
          {id === 'web' || id === 'other' ? (
            // In line with those that can be removed.
            timeouts.length === 2 ? null : (
              <span style={{ width: 36 }} />
            )
          ) : (
            <ActionIcon
              size={36}
              aria-label={t('counting.timeout_remove', { name: nameOf(id) })}
              onClick={() => onChange(timeouts.filter((one) => one.channel !== id))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      <Select
        aria-label={t('counting.timeout_add')}
        placeholder={t('counting.timeout_add')}
        value={null}
        searchable
        data={free.map(({ value, title }) => ({ value, label: title }))}
        onChange={(id) =>
          id === null ? undefined : onChange([...timeouts, { channel: id, written: { amount: '24', unit: 'h' } }])
        }
      />
      <p className={classes.hint}>{t('counting.timeouts_past')}</p>
    </>
  )
}
