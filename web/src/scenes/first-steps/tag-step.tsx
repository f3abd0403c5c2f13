import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createKey } from '../../ask/keys.ts'
import { CopyCode } from '../../ui/parts/copy-code.tsx'
import { useRefusalWords } from '../../ui/parts/refusal-note.tsx'

/** The tag for a site, with a key that is allowed there only. */
export function TagStep() {
  const { t } = useTranslation()
  const words = useRefusalWords()
  const [site, setSite] = useState('')
  const making = useMutation({
    mutationFn: (origin: string) => createKey({ name: origin, kind: 'publishable', origins: [origin] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    making.mutate(originOf(site))
  }
  if (making.data !== undefined) return <CopyCode code={tag(making.data.key)} label={t('first_steps.tag')} />
  return (
    <form onSubmit={submit} style={{ display: 'flex', gap: 8, alignItems: 'flex-start', maxWidth: 460 }}>
      <TextInput
        size="xs"
        style={{ flex: 1 }}
        aria-label={t('first_steps.site')}
        placeholder="https://example.com"
        value={site}
        onChange={(event) => setSite(event.currentTarget.value)}
        error={making.error === null ? undefined : words(making.error).text}
      />
      <Button type="submit" size="xs" variant="default" loading={making.isPending} disabled={site.trim() === ''}>
        {t('first_steps.tag_create')}
      </Button>
    </form>
  )
}

/** What people paste: an address of a page, or a bare host. */
function originOf(site: string): string {
  const address = /^https?:\/\//.test(site.trim()) ? site.trim() : `https://${site.trim()}`
  return URL.canParse(address) ? new URL(address).origin : site.trim()
}

const tag = (key: string): string =>
  `<script defer src="${window.location.origin}/tag.js"\n  data-key="${key}" data-touchpoint="w1"></script>`
