import { UnstyledButton } from '@mantine/core'
import { gestureOf, type Picked, type WidgetProps } from '../drawing.ts'
import classes from './view.module.css'

/** What has a number and nothing on the map is as easy to open as what has. */
export function Beside({
  title,
  places,
  most = 8,
  onPick,
}: {
  readonly title?: string
  readonly places: readonly { readonly name: string; readonly text: string; readonly pick: Picked | undefined }[]
  /** So many are told by name. */
  readonly most?: number
  readonly onPick: WidgetProps['onPick']
}) {
  if (places.length === 0) return null
  return (
    <p className={classes.line}>
      {title === undefined ? null : `${title}: `}
      {places.slice(0, most).map(({ name, text, pick }) => (
        <UnstyledButton
          key={name}
          className={classes.name ?? ''}
          onClick={(event) => pick !== undefined && onPick(pick, gestureOf(event))}
        >
          {name} <span className={classes.number}>{text}</span>
        </UnstyledButton>
      ))}
      {places.length > most ? '…' : null}
    </p>
  )
}
