import { Button, Combobox, ScrollArea, Tooltip, useCombobox } from '@mantine/core'
import { IconCheck, IconWorld } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zoneName } from '../../ui/formats/time.ts'
import { timeZones } from '../../ui/formats/zones.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import classes from './bar.module.css'

const mostShown = 60

/** The time zone in which days begin. */
export function ZonePicker({
  zone,
  own,
  onChange,
}: {
  zone: string
  /** The organization's, to which one returns. */
  own: string
  onChange(zone: string | undefined): void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase().replaceAll(' ', '_')
    return timeZones([own])
      .filter((known) => known.toLowerCase().includes(wanted))
      .slice(0, mostShown)
  }, [search, own])
  return (
    <Combobox
      store={combobox}
      width={300}
      position="bottom-start"
      onOptionSubmit={(value) => {
        onChange(value === own ? undefined : value)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Tooltip label={`${t('range.zone')}: ${zoneName(zone, language)}`}>
          <Button
            variant="default"
            className={classes.control ?? ''}
            data-set={zone !== own}
            leftSection={<IconWorld size={16} />}
            aria-label={`${t('range.zone')}: ${zone}`}
            onClick={() => combobox.toggleDropdown()}
          >
            <span className={classes.control_name}>{t('range.zone')}</span>
            <span className={classes.iconed}>{zone.split('/').at(-1)?.replaceAll('_', ' ')}</span>
          </Button>
        </Tooltip>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('word.search')}
          aria-label={t('range.zone')}
        />
        <Combobox.Options aria-label={t('range.zone')}>
          <ScrollArea.Autosize mah={280} type="scroll">
            {found.map((known) => (
              <Combobox.Option value={known} key={known} active={known === zone}>
                <span className={classes.option}>
                  <span>
                    {zoneName(known, language)}
                    {known === own ? <span className={classes.hint}>{t('range.zone_own')}</span> : null}
                  </span>
                  {known === zone ? <IconCheck size={14} aria-hidden="true" /> : null}
                </span>
              </Combobox.Option>
            ))}
            {found.length === 0 ? <Combobox.Empty>{t('range.zone_none')}</Combobox.Empty> : null}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
