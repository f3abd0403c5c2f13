import type { ReactNode } from 'react'
import classes from './note.module.css'

/** In the place of what is not there: says why, and what to do next. */
export function Note({
  icon,
  title,
  children,
  actions,
  tone = 'plain',
}: {
  icon: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
  tone?: 'plain' | 'bad'
}) {
  return (
    <div className={classes.note} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <p className={classes.title}>{title}</p>
      {children === undefined ? null : <div className={classes.text}>{children}</div>}
      {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
