import { IconUsers } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../ask/live.ts'
import { Note } from '../../ui/parts/note.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { LeftOutNote } from '../../widgets/panel/left-out.tsx'
import panel from '../../widgets/panel/panel.module.css'
import classes from './scene.module.css'

/** Who is there: online first, then who has paused, each by name. */
export function Agents({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const heading = useId()
  const { present } = snapshot.agents
  const byName = [...present]
    .map((agent) => ({ ...agent, shown: agent.name ?? agent.id }))
    .sort((one, other) => one.shown.localeCompare(other.shown, language))
  const groups = (['online', 'paused'] as const)
    .map((status) => ({ status, agents: byName.filter((agent) => agent.status === status) }))
    .filter(({ agents }) => agents.length > 0)
  return (
    <section className={panel.panel} data-width={4} aria-labelledby={heading}>
      <header className={panel.head}>
        <h2 className={panel.title} id={heading}>
          {t('live.agents')}
        </h2>
      </header>
      {snapshot.left_out.includes('agents_online') ? (
        <LeftOutNote metrics={['agents_online', 'agents_paused']} height={180} />
      ) : groups.length === 0 ? (
        <div className={classes.calm}>
          <Note icon={<IconUsers size={20} />} title={t('live.nobody_there')}>
            {t('live.nobody_there_why')}
          </Note>
        </div>
      ) : (
        groups.map(({ status, agents }) => (
          <div key={status} className={classes.agents}>
            <h3 className={classes.status}>{t(`live.${status}`)}</h3>
            <ul className={classes.names}>
              {agents.map(({ id, shown }) => (
                <li key={id} className={classes.agent} data-status={status}>
                  {shown}
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  )
}
