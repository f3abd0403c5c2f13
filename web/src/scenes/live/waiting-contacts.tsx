import { IconMoodCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Named, Snapshot, WaitingContact } from '../../ask/live.ts'
import { duration } from '../../ui/formats/duration.ts'
import { nothing } from '../../ui/formats/number.ts'
import { clockTimeSince } from '../../ui/formats/time.ts'
import { Note } from '../../ui/parts/note.tsx'
import { ScrollRegion } from '../../ui/parts/scroll-region.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { usePage } from '../../widgets/panel/page-context.ts'
import panel from '../../widgets/panel/panel.module.css'
import classes from './scene.module.css'
import { useElapsed } from './use-elapsed.ts'

const told = ['channel', 'touchpoint', 'inbox', 'team', 'agent'] as const

/** Who has been waiting longest, each a door to the conversation. */
export function WaitingContacts({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const heading = useId()
  const { waiting, now } = snapshot
  const all = now.waiting_contacts ?? waiting.length
  return (
    <section className={panel.panel} data-width={8} aria-labelledby={heading}>
      <header className={panel.head}>
        <h2 className={panel.title} id={heading}>
          {t('live.waiting')}
        </h2>
      </header>
      {waiting.length === 0 ? (
        <div className={classes.calm}>
          <Note icon={<IconMoodCheck size={20} />} title={t('live.nobody_waits')}>
            {t('live.nobody_waits_why')}
          </Note>
        </div>
      ) : (
        <WaitingTable snapshot={snapshot} />
      )}
      {all > waiting.length ? (
        <p className={panel.foot}>{t('live.more_wait', { shown: waiting.length, all })}</p>
      ) : null}
    </section>
  )
}

function WaitingTable({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { dimensions, zone } = usePage()
  const elapsed = useElapsed(snapshot.receivedAt)
  const asOf = Date.parse(snapshot.as_of)
  const nameOf = (dimension: string, value: Named | null) =>
    value === null
      ? nothing
      : (value.name ?? dimensions.get(dimension)?.values?.find((known) => known.value === value.id)?.title ?? value.id)
  // A column in which nobody has anything tells nothing.
  const columns = told.filter((id) => snapshot.waiting.some((one) => one[id] !== null))
  const waited = (one: WaitingContact) =>
    Math.max(0, Math.floor((asOf - Date.parse(one.waiting_since)) / 1000) + elapsed)
  return (
    <ScrollRegion className={classes.scroll} label={t('live.waiting')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('live.waits')}</th>
            <th scope="col">{t('live.conversation')}</th>
            <th scope="col">{t('live.since')}</th>
            {columns.map((id) => (
              <th key={id} scope="col">
                {dimensions.get(id)?.title ?? id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {snapshot.waiting.map((one) => (
            <tr key={`${one.conversation_id} ${one.waiting_since}`}>
              <th scope="row" className={classes.wait}>
                {duration(waited(one), language)}
              </th>
              <td>
                <Link to="/conversations/$id" params={{ id: one.conversation_id }} className={classes.door ?? ''}>
                  {one.conversation_id}
                </Link>
              </td>
              <td>
                <time dateTime={one.waiting_since}>
                  {clockTimeSince(one.waiting_since, snapshot.as_of, zone, language)}
                </time>
              </td>
              {columns.map((id) => {
                const name = nameOf(id, one[id])
                return (
                  <td key={id}>
                    <span className={classes.name} title={name}>
                      {name}
                    </span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
