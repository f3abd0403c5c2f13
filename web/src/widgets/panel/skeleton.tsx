import { Skeleton } from '@mantine/core'
import classes from './skeleton.module.css'

/** What stands where the drawing will be, of its size, so that nothing moves when it comes. */
export function PanelSkeleton({
  cards,
  height,
  label,
}: {
  /** How many; 0 where it is none of cards. */
  cards: number
  height: number
  label: string
}) {
  return (
    <div className={classes.skeleton} role="status" aria-label={label} style={{ minHeight: height }}>
      {cards > 0 && height > 100 ? (
        <div className={classes.cards}>
          {Array.from({ length: cards }, (_, card) => card).map((card) => (
            <div key={card} className={classes.card} style={{ height }}>
              <Skeleton height={12} width="60%" radius="sm" />
              <Skeleton height={26} width="40%" radius="sm" mt={12} />
              <Skeleton height={32} radius="sm" mt={20} />
            </div>
          ))}
        </div>
      ) : (
        <Skeleton height={height} radius="sm" />
      )}
    </div>
  )
}
