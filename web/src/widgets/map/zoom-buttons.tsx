import { ActionIcon } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MapZoom } from './use-zoom.ts'
import classes from './view.module.css'
import { isClosest, isWhole } from './zoom.ts'

/** Closer, further, the whole world and back to where the numbers are, for who has no wheel. */
export function ZoomButtons({ zoom, first, isFirst, zoomIn, zoomOut, toWhole, toFirst }: MapZoom) {
  const { t } = useTranslation()
  const buttons = [
    { label: t('map.zoom_in'), Icon: IconPlus, isOff: isClosest(zoom), does: zoomIn },
    { label: t('map.zoom_out'), Icon: IconMinus, isOff: isWhole(zoom), does: zoomOut },
    { label: t('map.whole'), Icon: IconWorld, isOff: isWhole(zoom), does: toWhole },
    ...(isWhole(first) ? [] : [{ label: t('map.first'), Icon: IconFocusCentered, isOff: isFirst, does: toFirst }]),
  ]
  return (
    <fieldset className={classes.zoom} aria-label={t('map.zoom')}>
      {buttons.map(({ label, Icon, isOff, does }) => (
        // It keeps the focus where it ends: a button that is switched off would lose it.
        <ActionIcon
          key={label}
          variant="default"
          size={28}
          aria-label={label}
          title={label}
          aria-disabled={isOff}
          data-off={isOff}
          onClick={() => (isOff ? undefined : does())}
        >
          <Icon size={15} />
        </ActionIcon>
      ))}
    </fieldset>
  )
}
