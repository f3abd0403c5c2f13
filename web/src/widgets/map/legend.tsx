import type { WorldMap } from './spec.ts'
import classes from './view.module.css'

/** What shades and circles stand for. */
export function Legend({
  map: { legend, circleColour },
  largest,
}: {
  readonly map: WorldMap
  /** What the largest circle that is seen stands for. */
  readonly largest: string | undefined
}) {
  return (
    <span className={classes.legend} aria-hidden="true">
      {largest === undefined ? null : (
        <>
          <span className={classes.circle_of} style={{ background: circleColour }} />
          <span className={`${classes.largest} numeric`}>{largest}</span>
        </>
      )}
      <span className={`${classes.least} numeric`}>{legend.least}</span>
      {legend.colours.map((colour) => (
        <span key={colour} className={classes.step} style={{ background: colour }} />
      ))}
      <span className={`${classes.most} numeric`}>{legend.most}</span>
    </span>
  )
}
