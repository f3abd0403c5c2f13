import type { ReactNode } from 'react'
import { useEffect } from 'react'
import classes from './page-title.module.css'

/** How every page opens: its name and one sentence that says which question it answers. */
export function PageTitle({
  title,
  question,
  children,
}: {
  title: string
  question?: ReactNode
  children?: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · Parley`
  }, [title])
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1 className={classes.title}>{title}</h1>
        {question === undefined ? null : <p className={classes.question}>{question}</p>}
      </div>
      {children === undefined ? null : <div className={classes.actions}>{children}</div>}
    </header>
  )
}
