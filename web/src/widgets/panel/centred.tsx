import type { CSSProperties, ReactNode } from 'react'
import classes from './centred.module.css'

/** A note in the place of a drawing, as high as that would be: the row it stands in stays even. */
export function Centred({ height, children }: { height: number; children: ReactNode }) {
  return (
    <div className={classes.centred} style={{ '--height': `${height}px` } as CSSProperties}>
      {children}
    </div>
  )
}
