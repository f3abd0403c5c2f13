import { Anchor, Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Owner, signIn, signInLink } from '../../ask/account.ts'
import { Refusal } from '../../ask/http.ts'
import { Doorway } from '../../ui/parts/doorway.tsx'
import { RefusalNote, RefusalText } from '../../ui/parts/refusal-note.tsx'
import { WayIn } from '../../ui/parts/way-in.tsx'
import { OwnerForm } from './owner-form.tsx'
import classes from './scene.module.css'

/** Where a one-time link leads: the first one makes the owner, all others sign in. */
export function Welcome() {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/welcome/$token' })
  const link = useQuery(signInLink(token))
  const client = useQueryClient()
  const navigate = useNavigate()
  const entering = useMutation({
    mutationFn: (owner?: Owner) => signIn(token, owner),
    onSuccess: async () => {
      // All but what the link is for: it is used up, and asking again would be refused.
      client.removeQueries({ predicate: ({ queryKey: [about] }) => about !== 'sign-in' })
      await navigate({ to: '/', replace: true })
    },
  })
  if (link.isPending) {
    return (
      <Doorway title={t('welcome.checking')}>
        <Skeleton height={14} mt={16} />
        <Skeleton height={36} mt={20} />
        <Skeleton height={36} mt={12} />
      </Doorway>
    )
  }
  const broken = [link.error, entering.error].find((error) => error instanceof Refusal && isBroken(error))
  if (broken !== undefined && broken !== null) return <Broken refusal={broken as Refusal} />
  if (link.error !== null) {
    return (
      <Doorway title={t('welcome.title')}>
        <RefusalNote error={link.error} onRetry={() => void link.refetch()} />
      </Doorway>
    )
  }
  if (link.data.purpose === 'owner') {
    return (
      <Doorway title={t('welcome.title')}>
        <p>{t('welcome.lead')}</p>
        <OwnerForm
          organization={link.data.organization}
          refusal={entering.error}
          isPending={entering.isPending || entering.isSuccess}
          onSubmit={(owner) => entering.mutate(owner)}
        />
      </Doorway>
    )
  }
  return (
    <Doorway title={t('welcome.back')}>
      {link.data.organization === null ? null : <p className={classes.organization}>{link.data.organization.name}</p>}
      <p>{t('welcome.back_lead')}</p>
      {entering.error === null ? null : (
        <p className={classes.failed}>
          <RefusalText error={entering.error} />
        </p>
      )}
      <Button
        fullWidth
        size="md"
        loading={entering.isPending || entering.isSuccess}
        onClick={() => entering.mutate(undefined)}
      >
        {t('welcome.sign_in')}
      </Button>
    </Doorway>
  )
}

const isBroken = (error: Refusal): boolean => error.status === 404 || error.status === 410

function Broken({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation()
  const why = {
    sign_in_link_used: t('welcome.broken_used'),
    sign_in_link_expired: t('welcome.broken_expired'),
  }[refusal.code]
  return (
    <Doorway title={t('welcome.broken')}>
      <VisuallyHidden role="alert">{t('welcome.broken')}</VisuallyHidden>
      <p>{why ?? t('welcome.broken_unknown')}</p>
      <WayIn text={t('welcome.way_out')} />
      <p className={classes.last}>
        {t('welcome.signed_in')}{' '}
        <Anchor renderRoot={(props) => <Link to="/" {...props} />}>{t('welcome.go_on')}</Anchor>
      </p>
    </Doorway>
  )
}
