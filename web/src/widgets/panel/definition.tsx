import { ActionIcon, Anchor, Button, Popover, type PopoverProps, ScrollArea } from '@mantine/core'
import { IconInfoCircle, IconListSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MetricInfo, metricsIn } from '../../ask/catalogue.ts'
import { toMetricSearch } from '../../ask/view/address.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import classes from './definition.module.css'
import { usePage } from './page-context.ts'
import { useRecords } from './records-context.ts'

/** (i): what the numbers are, in the words of the catalogue. */
export function DefinitionButton({
  metrics,
  title,
  className,
  position = 'bottom-start',
}: {
  metrics: readonly string[]
  title: string
  className?: string
  position?: NonNullable<PopoverProps['position']>
}) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position={position}
      width={360}
      trapFocus
      returnFocus
      withinPortal
      shadow="lg"
      middlewares={{ flip: true, shift: { padding: 8 } }}
    >
      <Popover.Target>
        <ActionIcon
          size={24}
          {...(className === undefined ? {} : { className })}
          aria-label={t('panel.definition', { title })}
          onClick={() => setIsOpen((open) => !open)}
        >
          <IconInfoCircle size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('panel.definition', { title })}>
        <ScrollArea.Autosize mah={440} scrollbarSize={8} viewportProps={{ tabIndex: 0 }}>
          {metrics.map((id) => (
            <DefinitionOf key={id} id={id} onLeave={() => setIsOpen(false)} />
          ))}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

function DefinitionOf({ id, onLeave }: { id: string; onLeave(): void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const metric = useQuery(metricsIn(language)).data?.get(id)
  const openRecords = useRecords()
  const { view } = usePage()
  if (metric === undefined) return <p className={classes.unknown}>{t('definition.unknown', { id })}</p>
  return (
    <section className={classes.definition}>
      <h3 className={classes.title}>{metric.title}</h3>
      <Definition metric={metric} />
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconListSearch size={14} />}
          onClick={() => {
            onLeave()
            openRecords({ metric: id, title: metric.title, filters: [] })
          }}
        >
          {t('panel.records')}
        </Button>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/metric/$id" params={{ id }} search={toMetricSearch(view)} />}
          onClick={onLeave}
        >
          {t('definition.own_page')}
        </Anchor>
      </div>
    </section>
  )
}

/** The four questions of a metric, and how it comes about. */
export function Definition({ metric, isWhatKnown = false }: { metric: MetricInfo; isWhatKnown?: boolean }) {
  const { t } = useTranslation()
  const entries: readonly (readonly [string, string])[] = [
    [t('definition.what'), isWhatKnown ? '' : metric.what],
    [t('definition.unit'), t(`unit.${metric.unit}`)],
    [t('definition.when'), metric.when],
    [t('definition.why'), metric.why],
    [t('definition.formula'), metric.formula],
    [t('definition.additive'), metric.additive ? t('definition.additive_yes') : t('definition.additive_no')],
  ]
  return (
    <dl className={classes.list}>
      {entries
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name} className={classes.entry}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
