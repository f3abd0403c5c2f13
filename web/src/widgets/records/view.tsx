import type { Picked } from '../drawing.ts'
import { Records } from '../panel/records-drawer.tsx'
import classes from './view.module.css'

/** What a metric counts, one by one, in a panel of its own instead of the drawer. */
export function RecordsBody({ picked, columns }: { picked: Picked; columns: readonly string[] | null }) {
  return (
    <div className={classes.records}>
      <Records key={picked.metric} picked={picked} columns={columns} />
    </div>
  )
}
