import type { ReactNode } from 'react'
import { useId } from 'react'
import classes from './form.module.css'

/** Fields that belong together, with what they are good for beside them. */
export function Section({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div>
        <h2 id={id} className={classes.section_title}>
          {title}
        </h2>
        <p className={classes.section_text}>{text}</p>
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
