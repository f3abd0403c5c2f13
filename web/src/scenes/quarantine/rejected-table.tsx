import { Checkbox, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RejectedEvent } from '../../ask/quarantine.ts'
import { ago, moment } from '../../ui/formats/time.ts'
import { browserZone } from '../../ui/formats/zones.ts'
import { ScrollRegion } from '../../ui/parts/scroll-region.tsx'
import settings from '../../ui/parts/settings.module.css'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { briefOf } from './brief.ts'
import classes from './scene.module.css'

/** As many as one request may name. */
const mostSelected = 500

/** The events that wait: what each is, why it waits, where it came from and when. */
export function RejectedTable({
  events,
  selected,
  onSelect,
  onOpen,
}: {
  events: readonly RejectedEvent[]
  selected: ReadonlySet<string>
  onSelect(selected: ReadonlySet<string>): void
  onOpen(id: string): void
}) {
  const { t } = useTranslation()
  const shown = events.slice(0, mostSelected).map(({ id }) => id)
  const isAll = shown.length > 0 && shown.every((id) => selected.has(id))
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  return (
    <ScrollRegion className={settings.scroll} label={t('quarantine.title')}>
      <table className={`${settings.table} ${classes.rejected}`}>
        <thead>
          <tr>
            <td className={classes.tick}>
              <Checkbox
                size="xs"
                aria-label={t('quarantine.select_all')}
                checked={isAll}
                indeterminate={selected.size > 0 && !isAll}
                onChange={() => onSelect(new Set(isAll ? [] : shown))}
              />
              <span className={classes.select_all} aria-hidden="true">
                {t('quarantine.select_all')}
              </span>
            </td>
            <th scope="col">{t('quarantine.event')}</th>
            <th scope="col">{t('quarantine.problem')}</th>
            <th scope="col">{t('quarantine.source')}</th>
            <th scope="col">{t('quarantine.received')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <Row
              key={event.id}
              event={event}
              isSelected={selected.has(event.id)}
              onToggle={() => toggle(event.id)}
              onOpen={() => onOpen(event.id)}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Row({
  event,
  isSelected,
  onToggle,
  onOpen,
}: {
  event: RejectedEvent
  isSelected: boolean
  onToggle(): void
  onOpen(): void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const received = moment(event.received_at, browserZone(), language)
  const { type, id, source } = briefOf(event.beginning)
  const [first, ...others] = event.problems
  return (
    <tr className={classes.row}>
      <td className={classes.tick}>
        <Checkbox
          size="xs"
          aria-label={t('quarantine.select', { name: id ?? received })}
          checked={isSelected}
          onChange={onToggle}
        />
      </td>
      <th scope="row">
        <UnstyledButton
          className={classes.open ?? ''}
          onClick={onOpen}
          aria-label={`${type ?? t('quarantine.no_type')}. ${t('quarantine.open', { time: received })}`}
        >
          {type ?? <span className={settings.faint}>{t('quarantine.no_type')}</span>}
        </UnstyledButton>
        {id === undefined ? null : <code className={classes.id}>{id}</code>}
      </th>
      <td>
        {first === undefined ? null : <span className={settings.tag}>{t(`quarantine.reason.${first.reason}`)}</span>}
        <span className={classes.problem}>{first?.message}</span>
        {others.length === 0 ? null : (
          <span className={classes.others}>{t('quarantine.more_problems', { count: others.length })}</span>
        )}
      </td>
      <td data-title={t('quarantine.source')}>
        <code className={classes.id}>{source ?? '–'}</code>
      </td>
      <td data-title={t('quarantine.received')}>
        <time dateTime={event.received_at} title={received}>
          {ago(event.received_at, Date.now(), language)}
        </time>
      </td>
    </tr>
  )
}
