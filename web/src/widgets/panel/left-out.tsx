import { Button } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../ui/parts/note.tsx'
import { Centred } from './centred.tsx'
import { usePage } from './page-context.ts'
import classes from './panel-body.module.css'

/** The filters in force that a metric cannot be asked of: visits have no agent. */
function useHindrance(metrics: readonly string[]) {
  const page = usePage()
  const titles = metrics.map((id) => page.metrics.get(id)?.title ?? id)
  const hindering = page.view.filters.filter(({ dimension }) =>
    metrics.some((id) => !(page.metrics.get(id)?.dimensions ?? []).includes(dimension)),
  )
  const names = hindering.map(({ dimension }) => page.dimensions.get(dimension)?.title ?? dimension)
  const clear = () =>
    page.change({ ...page.view, filters: page.view.filters.filter((filter) => !hindering.includes(filter)) })
  return { titles: titles.join(', '), names: names.join(', '), clear }
}

/** In the place of a panel none of whose numbers know a filter in force. */
export function LeftOutNote({ metrics, height }: { metrics: readonly string[]; height: number }) {
  const { t } = useTranslation()
  const { titles, names, clear } = useHindrance(metrics)
  return (
    <Centred height={height}>
      <Note
        icon={<IconFilterOff size={20} />}
        title={t('panel.left_out')}
        actions={
          <Button size="xs" variant="default" onClick={clear}>
            {t('panel.clear_hindering', { names })}
          </Button>
        }
      >
        {t('panel.left_out_why', { titles, names })}
      </Note>
    </Centred>
  )
}

/** Below the numbers that do know the filters. */
export function LeftOutLine({ metrics }: { metrics: readonly string[] }) {
  const { t } = useTranslation()
  const { titles, names } = useHindrance(metrics)
  return metrics.length === 0 ? null : <p className={classes.line}>{t('panel.left_out_why', { titles, names })}</p>
}
