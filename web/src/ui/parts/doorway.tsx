import type { ReactNode } from 'react'
import { useEffect } from 'react'
import classes from './doorway.module.css'
import { LanguageChoice } from './language-choice.tsx'
import { Logo } from './logo.tsx'

/** Pages before one is in: one thing in the middle, nothing to get lost in. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Parley`
  }, [title])
  return (
    <div className={classes.doorway}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <Logo size={28} />
          Parley
        </span>
        <LanguageChoice />
      </header>
      <main className={classes.card}>
        <h1 className={classes.title}>{title}</h1>
        {children}
      </main>
    </div>
  )
}
