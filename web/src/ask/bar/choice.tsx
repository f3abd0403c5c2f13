import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Shortcut, shortcut } from '../../ui/parts/shortcuts.ts'
import classes from './bar.module.css'

/** One choice out of few, on a button that says what is chosen now. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  icon,
  isSet = false,
  name,
  toggle,
  onChange,
}: {
  label: string
  value: Value
  options: readonly {
    readonly value: Value
    readonly label: string
    /** What a bar without room for the label says. */
    readonly brief?: string
    readonly disabled?: boolean
  }[]
  icon?: ReactNode
  /** Whether it differs from the plain view. */
  isSet?: boolean
  /** The key that presses it. */
  name?: Shortcut
  /** Something else that the choice can be, on or off. */
  toggle?: {
    readonly label: string
    /** What a bar without room for the label shows. */
    readonly icon: ReactNode
    readonly isOn: boolean
    readonly isOffered: boolean
    onToggle(): void
  }
  onChange(value: Value): void
}) {
  const chosen = options.find((option) => option.value === value)
  const words = chosen?.label ?? value
  const also = toggle?.isOn && toggle.isOffered ? toggle : undefined
  const said = also === undefined ? words : `${words}, ${also.label.toLocaleLowerCase()}`
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          className={classes.control ?? ''}
          data-set={isSet}
          {...(name === undefined ? {} : shortcut(name))}
          leftSection={icon}
          rightSection={<IconChevronDown size={14} />}
          aria-label={`${label}: ${said}`}
        >
          <span className={classes.control_name}>{label}</span>
          <span className={classes.full}>{said}</span>
          <span className={classes.brief}>
            {chosen?.brief ?? words}
            {also === undefined ? null : (
              <span className={classes.also} title={also.label}>
                {also.icon}
              </span>
            )}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>{label}</Menu.Label>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            disabled={option.disabled ?? false}
            rightSection={
              option.value === value ? <IconCheck size={14} aria-hidden="true" /> : <span className={classes.room} />
            }
            aria-current={option.value === value}
            onClick={() => onChange(option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
        {toggle === undefined ? null : (
          <>
            <Menu.Divider />
            <Menu.CheckboxItem
              checked={toggle.isOn}
              disabled={!toggle.isOffered}
              closeMenuOnClick={false}
              onChange={toggle.onToggle}
            >
              {toggle.label}
            </Menu.CheckboxItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
