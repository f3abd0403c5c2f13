import { Link } from '@tanstack/react-router'
import type { Snapshot } from '../../ask/live.ts'
import { toMetricSearch } from '../../ask/view/address.ts'
import { exact } from '../../ui/formats/value.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { DefinitionButton } from '../../widgets/panel/definition.tsx'
import { usePage } from '../../widgets/panel/page-context.ts'
import classes from './scene.module.css'
import { useElapsed } from './use-elapsed.ts'

const shown = ['open_sessions', 'waiting_contacts', 'longest_wait', 'agents_online', 'agents_paused']

/** The numbers of now, each with its definition. */
export function NowCards({ snapshot }: { snapshot: Snapshot }) {
  const { language } = useLanguage()
  const { metrics, view } = usePage()
  const elapsed = useElapsed(snapshot.receivedAt)
  const values = { ...snapshot.now, ...snapshot.agents.totals }
  return (
    <ul className={classes.cards}>
      {shown.map((id) => {
        const value = values[id] ?? null
        const metric = metrics.get(id)
        const title = metric?.title ?? id
        const isWait = id === 'longest_wait' && value !== null
        return (
          <li key={id} className={classes.card} data-urgent={id === 'waiting_contacts' && (value ?? 0) > 0}>
            <div className={classes.card_head}>
              <Link to="/metric/$id" params={{ id }} search={toMetricSearch(view)} className={classes.card_title ?? ''}>
                {title}
              </Link>
              <DefinitionButton metrics={[id]} title={title} className={classes.definition ?? ''} />
            </div>
            <p className={classes.value} data-metric={id}>
              {exact(isWait ? Math.floor(value + elapsed) : value, metric?.unit ?? 'count', language)}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
