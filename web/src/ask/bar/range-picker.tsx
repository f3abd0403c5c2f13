import { Button, Popover, Skeleton, UnstyledButton } from '@mantine/core'
import { IconCalendar, IconCheck, IconChevronDown } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { late } from '../../ui/parts/late.tsx'
import { shortcut } from '../../ui/parts/shortcuts.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { dateGroups, type Range } from '../view/view.ts'
import classes from './bar.module.css'
import { rangeDates } from './range-label.ts'

// A calendar is fetched when somebody wants to choose days.
const CustomRange = late(() => import('./custom-range.tsx'))

type Props = { range: Range; zone: string; onChange(range: Range): void }

/** The date range: its name and its days on a button, eight named ranges and a calendar behind it. */
export function RangePicker(props: Props) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const { range, zone } = props
  const name = 'group' in range ? t(`range.${range.group}`) : undefined
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} />}
          rightSection={<IconChevronDown size={14} />}
          className={classes.control ?? ''}
          {...shortcut('range')}
          aria-label={`${t('range.label')}: ${name ?? ''} ${rangeDates(range, zone, Date.now(), language)}`}
          onClick={() => setIsOpen((open) => !open)}
        >
          {name === undefined ? null : `${name} `}
          <span className={classes.range_dates} data-alone={name === undefined}>
            {rangeDates(range, zone, Date.now(), language)}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('range.label')}>
        <RangeChoice
          {...props}
          onChange={(next) => {
            props.onChange(next)
            setIsOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** The choice itself, also for the sheet on small screens. */
export function RangeChoice({ range, zone, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.ranges}>
      <ul className={classes.groups}>
        {dateGroups.map((group) => {
          const isChosen = 'group' in range && range.group === group
          return (
            <li key={group}>
              <UnstyledButton
                className={classes.group ?? ''}
                aria-pressed={isChosen}
                data-autofocus={isChosen || undefined}
                onClick={() => onChange({ group })}
              >
                {t(`range.${group}`)}
                {isChosen ? <IconCheck size={14} aria-hidden="true" /> : null}
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      <Suspense fallback={<Skeleton w={280} h={380} m={16} />}>
        <CustomRange range={range} zone={zone} onChange={onChange} />
      </Suspense>
    </div>
  )
}
