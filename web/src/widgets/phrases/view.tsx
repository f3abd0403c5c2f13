import { exact } from '../../ui/formats/value.ts'
import { ScrollRegion } from '../../ui/parts/scroll-region.tsx'
import type { WidgetProps } from '../drawing.ts'
import { phrasesSpec } from './spec.ts'
import classes from './view.module.css'

/** What is written most, as it was written, each with how often. */
export function PhrasesView({ drawing, height }: WidgetProps) {
  const phrases = phrasesSpec(drawing)
  return (
    <ScrollRegion className={classes.scroll} style={{ maxHeight: height }} label={drawing.title}>
      <ol className={classes.phrases}>
        {phrases.map(({ phrase, count, share, size }) => (
          <li key={phrase} className={classes.phrase}>
            <span className={classes.bar} style={{ width: `${size * 100}%` }} aria-hidden="true" />
            <span className={classes.words}>{phrase}</span>
            <span className={classes.count}>{exact(count, 'count', drawing.language)}</span>
            <span className={classes.share}>{exact(share, 'ratio', drawing.language)}</span>
          </li>
        ))}
      </ol>
    </ScrollRegion>
  )
}
