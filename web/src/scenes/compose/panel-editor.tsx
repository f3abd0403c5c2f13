import { Button, Drawer, Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { PanelWindow } from '@parley/core/declare/dashboard.ts'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TitledPanel } from '../../ask/catalogue.ts'
import { type Fit, fittingKinds } from '../../ask/dashboards.ts'
import { Note } from '../../ui/parts/note.tsx'
import grid from '../../widgets/panel/grid.module.css'
import { Panel } from '../../widgets/panel/panel.tsx'
import classes from './compose.module.css'
import { type Known, ownTitle, sharedDimensions } from './draft.ts'
import { fitted } from './fitted.ts'
import { KindChoice } from './kind-choice.tsx'
import { MetricLibrary } from './metric-library.tsx'
import { OnlyChoice } from './only-choice.tsx'

/** One panel: what it counts, by what, how it is drawn; and how that looks with the numbers there are. */
export function PanelEditor({
  panel,
  isNew,
  onClose,
  ...rest
}: {
  /** None: the drawer is closed. */
  panel: TitledPanel | undefined
  isNew: boolean
  picker: readonly string[]
  known: Known
  onClose(): void
  onDone(panel: TitledPanel): void
}) {
  const { t } = useTranslation()
  const isSmall = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  // What was edited last stays while the drawer slides away.
  const [shown, setShown] = useState(panel)
  useEffect(() => {
    if (panel !== undefined) setShown(panel)
  }, [panel])
  const edited = panel ?? shown
  return (
    <Drawer
      opened={panel !== undefined}
      onClose={onClose}
      position={isSmall ? 'bottom' : 'right'}
      size={isSmall ? '94%' : 1180}
      title={isNew ? t('compose.add') : t('compose.edit_panel')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      classNames={{ body: classes.drawer ?? '', content: classes.drawer_content ?? '' }}
    >
      {edited === undefined ? null : (
        <Editor key={edited.id} start={edited} isNew={isNew} onCancel={onClose} {...rest} />
      )}
    </Drawer>
  )
}

function Editor({
  start,
  isNew,
  picker,
  known,
  onCancel,
  onDone,
}: {
  start: TitledPanel
  isNew: boolean
  picker: readonly string[]
  known: Known
  onCancel(): void
  onDone(panel: TitledPanel): void
}) {
  const { t } = useTranslation()
  const [panel, setPanel] = useState(start)
  // Until somebody chooses a kind, the one is taken that suits what is counted.
  const [isKindChosen, setIsKindChosen] = useState(!isNew)
  const { metrics, dimensions } = panel
  const { data: fits = [], isPlaceholderData } = useQuery({
    ...fittingKinds(metrics, dimensions, picker),
    enabled: metrics.length > 0,
  })
  useEffect(() => {
    if (fits.length > 0 && !isPlaceholderData) setPanel((now) => fitted(now, fits, { isKindChosen }))
  }, [fits, isPlaceholderData, isKindChosen])
  const fit = fits.find(({ kind }) => kind === panel.kind)
  const isFit = metrics.length > 0 && !isPlaceholderData && (fit?.granularities.includes(panel.granularity) ?? false)
  const isOnlyWhole = panel.only === null || panel.only.values.length > 0
  const meant = metrics.flatMap((id) => (id === '$picked' ? picker : [id]))
  const shared = sharedDimensions(meant, known)
  const title = panel.title.trim() || ownTitle(panel, known) || t('compose.picked')
  return (
    <div className={classes.editor}>
      <div className={classes.parts}>
        <MetricLibrary
          chosen={metrics}
          hasPicker={picker.length > 0}
          known={known}
          onChange={(next) => {
            const left = sharedDimensions(
              next.flatMap((id) => (id === '$picked' ? picker : [id])),
              known,
            )
            setPanel({
              ...panel,
              metrics: next,
              dimensions: dimensions.filter((id) => left.includes(id)),
              only: panel.only !== null && left.includes(panel.only.dimension) ? panel.only : null,
            })
          }}
        />
        <div className={classes.drawn}>
          <div className={classes.choices}>
            <div className={classes.pair}>
              <SplitChoice panel={panel} shared={shared} known={known} onChange={setPanel} />
              <CutChoice panel={panel} fit={fit} onChange={setPanel} />
            </div>
            <KindChoice
              fits={metrics.length === 0 ? [] : fits}
              kind={panel.kind}
              onChange={(kind) => {
                setIsKindChosen(true)
                setPanel(fitted({ ...panel, kind }, fits, { isKindChosen: true }))
              }}
            />
            <div className={classes.pair}>
              <WindowChoice panel={panel} onChange={setPanel} />
              <OnlyChoice
                only={panel.only}
                dimensions={shared}
                known={known}
                onChange={(only) => setPanel({ ...panel, only })}
              />
              <TextInput
                label={t('compose.panel_title')}
                placeholder={ownTitle(panel, known)}
                value={panel.title}
                maxLength={120}
                onChange={(event) => setPanel({ ...panel, title: event.currentTarget.value })}
              />
            </div>
          </div>
          <section className={classes.preview} aria-label={t('compose.preview')}>
            <h3 className={classes.heading}>{t('compose.preview')}</h3>
            {metrics.length === 0 || !isOnlyWhole ? (
              <Note
                icon={<IconChartBar size={20} />}
                title={metrics.length === 0 ? t('compose.preview_empty') : t('compose.only_required')}
              />
            ) : isFit ? (
              <div className={grid.grid}>
                <Panel key={`${panel.kind} ${metrics} ${dimensions}`} panel={{ ...panel, title, width: 12 }} />
              </div>
            ) : fits.length === 0 || isPlaceholderData ? null : (
              <Note icon={<IconChartBar size={20} />} title={t('compose.preview_unfit')} />
            )}
          </section>
        </div>
      </div>
      <Group className={classes.foot ?? ''} justify="flex-end" gap={8}>
        <Button variant="default" onClick={onCancel}>
          {t('word.cancel')}
        </Button>
        <Button
          disabled={!isFit || !isOnlyWhole}
          onClick={() => onDone({ ...panel, title: panel.title.trim(), width: isNew ? widthFor(panel) : panel.width })}
        >
          {isNew ? t('compose.insert') : t('compose.apply')}
        </Button>
      </Group>
    </div>
  )
}

/** What needs the whole row gets it from the start. */
const widthFor = ({ kind, metrics }: TitledPanel): number =>
  kind === 'heat_map' || (kind === 'table' && metrics.length > 3) || (kind === 'cards' && metrics.length > 3)
    ? 12
    : kind === 'cards' && metrics.length === 1
      ? 3
      : 6

type Part = { readonly panel: TitledPanel; onChange(panel: TitledPanel): void }

function SplitChoice({ panel, shared, known, onChange }: Part & { shared: readonly string[]; known: Known }) {
  const { t } = useTranslation()
  const options = shared.map((id) => ({ value: id, label: known.dimensions.get(id)?.title ?? id }))
  const [first, ...others] = panel.dimensions
  return (
    <Select
      label={t('compose.split')}
      value={first ?? ''}
      data={[{ value: '', label: t('bar.no_split') }, ...options]}
      // A dashboard of ours may split by several; what is chosen here is the first.
      onChange={(value) =>
        onChange({ ...panel, dimensions: !value ? [] : [value, ...others.filter((id) => id !== value)] })
      }
      allowDeselect={false}
      searchable
      disabled={panel.metrics.length === 0}
    />
  )
}

/** How it is cut by time, where there is a choice. */
function CutChoice({ panel, fit, onChange }: Part & { fit: Fit | undefined }) {
  const { t } = useTranslation()
  const cuts = fit?.granularities ?? []
  const isCyclic = panel.granularity !== null && panel.granularity !== 'auto' && panel.granularity !== 'month'
  return (
    <>
      {cuts.length > 1 ? (
        <Select
          label={t('granularity.label')}
          value={panel.granularity ?? 'none'}
          data={cuts.map((cut) => ({ value: cut ?? 'none', label: t(`compose.cut.${cut ?? 'none'}`) }))}
          allowDeselect={false}
          onChange={(value) =>
            onChange({ ...panel, granularity: cuts.find((cut) => cut === value) ?? null, cycle: 'sum' })
          }
        />
      ) : null}
      {isCyclic ? (
        <SegmentedControl
          aria-label={t('compose.cycle')}
          value={panel.cycle}
          onChange={(value) => onChange({ ...panel, cycle: value === 'mean' ? 'mean' : 'sum' })}
          data={[
            { value: 'sum', label: t('compose.sum') },
            { value: 'mean', label: t('compose.mean') },
          ]}
        />
      ) : null}
    </>
  )
}

/** The page's range, or a stretch of time of its own. */
function WindowChoice({ panel, onChange }: Part) {
  const { t } = useTranslation()
  const options = windows.map((window) => ({ value: window, label: t(`compose.windows.${window}`) }))
  return (
    <Select
      label={t('compose.window')}
      value={panel.window ?? ''}
      data={[{ value: '', label: t('compose.window_page') }, ...options]}
      allowDeselect={false}
      onChange={(value) => onChange({ ...panel, window: windows.find((one) => one === value) ?? null })}
    />
  )
}

const windows = [
  'last_15_minutes',
  'last_30_minutes',
  'last_60_minutes',
  'today',
  'year_to_date',
  'last_12_months',
  'all_time',
] as const satisfies PanelWindow[]
