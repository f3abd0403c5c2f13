import type { ReactNode } from 'react'
import { useEffect } from 'react'
import classes from './page-title.module.css'

/** How every page opens: its name and one sentence that says which question it answers. */
export function PageTitle({
  title,
  group,
  question,
  hasSmallActions = false,
  children,
}: {
  title: string
  /** Where it stands in the navigation: several groups have an “Overview”. */
  group?: string | undefined
  question?: ReactNode
  /** What stands beside the title has room there on a phone too. */
  hasSmallActions?: boolean
  children?: ReactNode
}) {
  useEffect(() => {
    document.title = group === undefined || group === title ? `${title} · Parley` : `${group}: ${title} · Parley`
  }, [title, group])
  return (
    <header className={classes.header} data-small={hasSmallActions}>
      <div className={classes.words}>
        {group === undefined || group === title ? null : <p className={classes.group}>{group}</p>}
        <h1 className={classes.title}>{title}</h1>
        {question === undefined ? null : <p className={classes.question}>{question}</p>}
      </div>
      {children === undefined ? null : <div className={classes.actions}>{children}</div>}
    </header>
  )
}
