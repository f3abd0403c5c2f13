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
import stacked from '../../ui/parts/stacked.module.css'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { usePage } from '../../widgets/panel/page-context.ts'
import panel from '../../widgets/panel/panel.module.css'
import classes from './scene.module.css'
import { useElapsed } from './use-elapsed.ts'

/** Each a column: what somebody waits at, and below it what that belongs to. */
const told = [['touchpoint', 'channel'], ['inbox', 'team'], ['agent']] as const

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
  const nameOf = (dimension: string, { id, name }: Named) =>
    name ?? dimensions.get(dimension)?.values?.find(({ value }) => value === id)?.title ?? id
  // A column in which nobody has anything tells nothing.
  const columns = told
    .map((ids) => ids.filter((id) => snapshot.waiting.some((one) => one[id] !== null)))
    .filter((ids) => ids.length > 0)
  const waited = (one: WaitingContact) =>
    Math.max(0, Math.floor((asOf - Date.parse(one.waiting_since)) / 1000) + elapsed)
  return (
    <ScrollRegion className={classes.scroll} label={t('live.waiting')}>
      <table className={`${classes.table} ${stacked.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{t('live.waits')}</th>
            <th scope="col">{t('live.conversation')}</th>
            {columns.map((ids) => (
              <th key={ids[0]} scope="col">
                {ids.map((id) => dimensions.get(id)?.title ?? id).join(' · ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {snapshot.waiting.map((one) => (
            <tr key={`${one.conversation_id} ${one.waiting_since}`}>
              <th scope="row" className={classes.wait}>
                {duration(waited(one), language)}
                <time dateTime={one.waiting_since} className={classes.below}>
                  {t('live.since', { time: clockTimeSince(one.waiting_since, snapshot.as_of, zone, language) })}
                </time>
              </th>
              <td>
                <Link to="/conversations/$id" params={{ id: one.conversation_id }} className={classes.door ?? ''}>
                  {one.conversation_id}
                </Link>
              </td>
              {columns.map((ids) => {
                const names = ids.flatMap((id) => {
                  const value = one[id]
                  return value === null ? [] : [{ id, name: nameOf(id, value) }]
                })
                return (
                  <td key={ids[0]}>
                    {names.length === 0
                      ? nothing
                      : names.map(({ id, name }, at) => (
                          <span key={id} className={at === 0 ? classes.name : classes.below} title={name}>
                            {name}
                          </span>
                        ))}
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
