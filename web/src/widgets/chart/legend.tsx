import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './legend.module.css'
import type { LegendItem } from './spec.ts'

/** Names of lines: pointing at one makes it stand out, a click switches it off and on. */
export function Legend({
  items,
  hidden,
  onToggle,
  onHighlight,
}: {
  items: readonly LegendItem[]
  hidden: ReadonlySet<string>
  onToggle(key: string): void
  onHighlight(key: string | undefined): void
}) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <ul className={classes.legend}>
      {items.map(({ key, name, colour }) => (
        <li key={key}>
          <UnstyledButton
            className={classes.item ?? ''}
            aria-pressed={!hidden.has(key)}
            aria-label={hidden.has(key) ? t('panel.show_series', { name }) : t('panel.hide_series', { name })}
            onClick={() => onToggle(key)}
            onMouseEnter={() => onHighlight(key)}
            onMouseLeave={() => onHighlight(undefined)}
            onFocus={() => onHighlight(key)}
            onBlur={() => onHighlight(undefined)}
          >
            <span
              className={classes.mark}
              style={{ background: hidden.has(key) ? 'transparent' : colour, borderColor: colour }}
            />
            <span className={classes.name} dir="auto" title={name}>
              {name}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
