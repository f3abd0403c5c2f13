import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '../form/form.module.css'
import type { WrittenRate } from './rates.ts'

/** A business type and its rate a line. */
export function RateFields({
  rates,
  onChange,
  errorAt,
}: {
  rates: readonly WrittenRate[]
  onChange(rates: readonly WrittenRate[]): void
  errorAt(pointer: string): string | undefined
}) {
  const { t } = useTranslation()
  const change = (index: number, part: Partial<WrittenRate>) =>
    onChange(rates.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <>
      {rates.map(({ type, rate }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place while its name is being written
        <div key={index} className={classes.row}>
          <TextInput
            className={classes.grow ?? ''}
            aria-label={t('potentials.rate_type', { number: index + 1 })}
            placeholder={t('potentials.business_type')}
            value={type}
            maxLength={200}
            onChange={(event) => change(index, { type: event.currentTarget.value })}
            error={errorAt(`/conversion_rates/${index}/type`)}
          />
          <TextInput
            w={110}
            aria-label={t('potentials.rate_of', { name: type })}
            inputMode="decimal"
            rightSection="%"
            value={rate}
            onChange={(event) => change(index, { rate: event.currentTarget.value })}
            error={errorAt(`/conversion_rates/${index}/rate`)}
          />
          <ActionIcon
            size={36}
            aria-label={t('potentials.rate_remove', { name: type })}
            onClick={() => onChange(rates.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...rates, { type: '', rate: '' }])}
      >
        {t('potentials.rate_add')}
      </Button>
    </>
  )
}
