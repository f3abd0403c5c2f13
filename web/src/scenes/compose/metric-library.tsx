import { ActionIcon, Checkbox, TextInput, Tooltip } from '@mantine/core'
import { IconArrowBarToUp, IconSearch, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MetricInfo } from '../../ask/catalogue.ts'
import { ScrollRegion } from '../../ui/parts/scroll-region.tsx'
import classes from './compose.module.css'
import type { Known } from './draft.ts'

/** The facts that metrics are counted from, in the order in which they are looked for. */
const subjects = [
  'sessions',
  'messages',
  'replies',
  'requests',
  'visits',
  'contact_visits',
  'widget_actions',
  'orders',
  'surveys',
  'talks',
  'presence',
  'offers',
  'bot_turns',
  'invitations',
  'notifications',
  'calls',
  'costs',
  'months',
  'other',
] as const
type Subject = (typeof subjects)[number]

const subjectOf = ({ fact }: MetricInfo): Subject => subjects.find((known) => known === fact) ?? 'other'

/** Every number of the catalogue by subject, to be searched and chosen. */
export function MetricLibrary({
  chosen,
  hasPicker,
  known,
  onChange,
}: {
  chosen: readonly string[]
  hasPicker: boolean
  known: Known
  onChange(chosen: readonly string[]): void
}) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLocaleLowerCase()
  const groups = useMemo(() => {
    const found = [...known.metrics.values()].filter(({ id, title, what }) =>
      `${title}\n${id}\n${wanted.length > 2 ? what : ''}`.toLocaleLowerCase().includes(wanted),
    )
    const bySubject = Map.groupBy(found, subjectOf)
    return subjects.flatMap((subject) => {
      const metrics = bySubject.get(subject)
      return metrics === undefined ? [] : [{ subject, metrics }]
    })
  }, [known, wanted])
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, id] : chosen.filter((other) => other !== id))
  const titleOf = (id: string) => (id === '$picked' ? t('compose.picked') : (known.metrics.get(id)?.title ?? id))
  return (
    <section className={classes.library} aria-label={t('compose.metrics')}>
      <h3 className={classes.heading}>{t('compose.metrics')}</h3>
      {chosen.length === 0 ? null : (
        <ol className={classes.chosen} aria-label={t('compose.chosen')}>
          {chosen.map((id, place) => (
            <li key={id}>
              <span>{titleOf(id)}</span>
              {place === 0 ? null : (
                <Tooltip label={t('compose.first', { title: titleOf(id) })}>
                  <ActionIcon
                    size={24}
                    aria-label={t('compose.first', { title: titleOf(id) })}
                    onClick={() => onChange([id, ...chosen.filter((other) => other !== id)])}
                  >
                    <IconArrowBarToUp size={14} />
                  </ActionIcon>
                </Tooltip>
              )}
              <ActionIcon
                size={24}
                aria-label={t('compose.take_out', { title: titleOf(id) })}
                onClick={() => toggle(id, false)}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      <TextInput
        leftSection={<IconSearch size={15} />}
        placeholder={t('compose.find')}
        aria-label={t('compose.find')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
      />
      <ScrollRegion className={classes.metrics} label={t('compose.metrics')}>
        {hasPicker && wanted === '' ? (
          <Checkbox
            className={classes.metric ?? ''}
            label={t('compose.picked')}
            checked={chosen.includes('$picked')}
            onChange={(event) => toggle('$picked', event.currentTarget.checked)}
          />
        ) : null}
        {groups.length === 0 ? <p className={classes.hint}>{t('compose.no_match', { query: query.trim() })}</p> : null}
        {groups.map(({ subject, metrics }) => (
          <details
            key={`${subject} ${wanted === ''}`}
            className={classes.subject}
            open={wanted !== '' || subject === 'sessions' || metrics.some(({ id }) => chosen.includes(id))}
          >
            <summary>
              {t(`compose.subject.${subject}`)} <span className={classes.count}>{metrics.length}</span>
            </summary>
            {metrics.map(({ id, title, what }) => (
              <Tooltip key={id} label={what} multiline w={300} position="right" openDelay={500}>
                <div>
                  <Checkbox
                    className={classes.metric ?? ''}
                    label={title}
                    checked={chosen.includes(id)}
                    disabled={!chosen.includes(id) && chosen.length >= 12}
                    onChange={(event) => toggle(id, event.currentTarget.checked)}
                  />
                </div>
              </Tooltip>
            ))}
          </details>
        ))}
      </ScrollRegion>
    </section>
  )
}
