import { useId } from 'react'
import type { Value } from '../../ui/formats/value.ts'
import { sparkline } from './sparkline.ts'
import classes from './view.module.css'

/** The way a number went, without axes: for the eye only, the card says the rest. */
export function Sparkline({ values, running }: { values: readonly Value[]; running: number }) {
  const id = useId()
  const { full, filling, area } = sparkline(values, running)
  return (
    <svg className={classes.spark} viewBox="0 0 100 32" preserveAspectRatio="none" aria-hidden="true">
      <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="var(--accent)" stopOpacity="0.16" />
        <stop offset="1" stopColor="var(--accent)" stopOpacity="0" />
      </linearGradient>
      <path d={area} fill={`url(#${id})`} />
      <path d={full} className={classes.spark_line} />
      <path d={filling} className={classes.spark_line} strokeDasharray="3 3" />
    </svg>
  )
}
