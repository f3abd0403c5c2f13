import { Button, Drawer, Stack } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../ui/texts/use-language.ts'
import classes from './bar.module.css'
import { type BarProps, ClearButton, FilterControls, MetricChoice, ViewChoices } from './choices.tsx'
import { rangeDates } from './range-label.ts'
import { RangeChoice } from './range-picker.tsx'

/** The bar on a small screen: the range and one button, everything else in a sheet. */
export function Sheet(props: BarProps) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const [open, setOpen] = useState<'range' | 'view'>()
  const { view, zone, onChange } = props
  const dates = rangeDates(view.range, zone, Date.now(), language)
  const range = 'group' in view.range ? t(`range.${view.range.group}`) : dates
  const count = view.filters.length
  const filters = count === 0 ? t('filter.title') : t('filter.count', { count })
  const close = () => setOpen(undefined)
  return (
    <>
      <div className={classes.controls}>
        <Button
          variant="default"
          className={classes.control ?? ''}
          leftSection={<IconCalendar size={16} />}
          onClick={() => setOpen('range')}
          aria-label={`${t('range.label')}: ${range}, ${dates}`}
        >
          {range}
        </Button>
        <Button
          variant="default"
          className={classes.control ?? ''}
          data-set={count > 0}
          leftSection={<IconAdjustmentsHorizontal size={16} />}
          onClick={() => setOpen('view')}
          aria-label={`${filters}. ${t('bar.view')}`}
        >
          {filters}
        </Button>
      </div>
      <Drawer
        opened={open !== undefined}
        onClose={close}
        position="bottom"
        size="auto"
        title={open === 'range' ? t('range.label') : t('bar.view')}
        closeButtonProps={{ 'aria-label': t('word.close') }}
        classNames={{ content: classes.sheet ?? '' }}
      >
        {open === 'range' ? (
          <RangeChoice
            range={view.range}
            zone={zone}
            onChange={(next) => {
              onChange({ ...view, range: next })
              close()
            }}
          />
        ) : (
          <Stack gap={12} className={classes.sheet_controls ?? ''}>
            <MetricChoice {...props} />
            <ViewChoices {...props} />
            <FilterControls {...props} />
            <ClearButton {...props} />
            <Button onClick={close} mt={8}>
              {t('bar.show')}
            </Button>
          </Stack>
        )}
      </Drawer>
    </>
  )
}
