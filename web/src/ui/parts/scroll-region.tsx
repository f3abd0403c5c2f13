import type { CSSProperties, ReactNode, Ref } from 'react'

/** What scrolls by itself: it has a name, and the keyboard can reach it to scroll. */
export function ScrollRegion({
  label,
  className,
  style,
  ref,
  children,
}: {
  label: string
  className: string | undefined
  style?: CSSProperties
  ref?: Ref<HTMLElement>
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls with the arrow keys
    <section ref={ref} className={className} style={style} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
