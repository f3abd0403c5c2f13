import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { late } from '../../ui/parts/late.tsx'
import { tones } from '../../ui/tokens/palette.ts'
import { useScheme } from '../../ui/tokens/use-scheme.ts'
import type { WidgetProps } from '../drawing.ts'
import classes from './chart.module.css'
import type { ChartSpec } from './spec.ts'

// The library of charts is fetched when the first chart is drawn.
const ChartHost = late(() => import('./host.tsx'))

type Props = Pick<WidgetProps, 'onPick' | 'onPicture'> & {
  readonly spec: ChartSpec
  readonly title: string
  readonly height: number
  readonly isGrowing?: boolean
}

export function Chart(props: Props) {
  const { t } = useTranslation()
  const scheme = useScheme()
  const {
    spec: { cut },
    isGrowing = false,
  } = props
  return (
    <>
      <Suspense fallback={<Skeleton mih={props.height} flex={isGrowing ? '1 1 auto' : 'none'} radius="sm" />}>
        <ChartHost {...props} isGrowing={isGrowing} background={tones[scheme].surface} />
      </Suspense>
      {cut === undefined ? null : <p className={classes.cut}>{t('panel.largest', cut)}</p>}
    </>
  )
}
