import { UnstyledButton } from '@mantine/core'
import { useMemo } from 'react'
import { exact } from '../../ui/formats/value.ts'
import { Chart } from '../chart/chart.tsx'
import { gestureOf, type WidgetProps } from '../drawing.ts'
import { pieSpec } from './spec.ts'
import classes from './view.module.css'

/** The ring with its slices named beside it, value and share in columns. */
export function PieView({ drawing, height, onPick, onPicture }: WidgetProps) {
  const spec = useMemo(() => pieSpec(drawing), [drawing])
  const size = Math.min(height, 220)
  const { parts } = spec
  return (
    <div className={classes.pie} style={{ minHeight: height }}>
      <div className={classes.ring} style={{ width: size }}>
        <Chart
          spec={spec}
          title={drawing.title}
          height={size}
          onPick={onPick}
          {...(onPicture === undefined ? {} : { onPicture })}
        />
      </div>
      <ul className={classes.names}>
        {parts.parts.map((part, place) => (
          <li key={part.word ?? part.name}>
            <UnstyledButton
              className={classes.name ?? ''}
              onClick={(event) => {
                const pick = spec.pickAt(place)
                if (pick !== undefined) onPick(pick, gestureOf(event))
              }}
            >
              <span className={classes.mark} style={{ background: part.colour }} />
              <span className={classes.word} dir="auto" title={part.name}>
                {part.name}
              </span>
              <span className={classes.value}>{exact(part.value, parts.unit, drawing.language)}</span>
              <span className={classes.share}>
                {part.share === null ? '' : exact(part.share, 'ratio', drawing.language)}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
