import i18next from 'i18next'
import { type Problem, Refusal } from '../../ask/http.ts'
import type { en } from '../texts/en.ts'

/** What happened, in the reader's language. */
export type RefusalWords = {
  readonly title: string
  readonly text: string
  /** The server's own sentence, in English, where it names a thing that `text` does not. */
  readonly detail?: string
}

type Known = keyof typeof en.refusal

/**
 * A refusal in words: by its stable code in the language of the page. The server's sentences are English and name the very
 * thing, so English readers get those, and others get them below.
 */
export function refusalWords(error: Error): RefusalWords {
  const { t } = i18next
  if (!(error instanceof Refusal)) return { title: t('problem.failed'), text: error.message }
  if (error.code === 'unreachable') return { title: t('problem.unreachable'), text: t('problem.unreachable_why') }
  if (error.code === 'unreadable')
    return { title: t('problem.unreadable'), text: t('problem.unreadable_why', { status: error.status }) }
  // It is told in every panel, and once is enough for what the server knows of it.
  if (error.code === 'engine_unavailable')
    return { title: t('problem.engine_down'), text: t('refusal.engine_unavailable') }
  const title = error.status === 403 ? t('problem.forbidden') : t('problem.failed')
  const said = error.problems.length > 0 ? error.problems.map(({ message }) => message).join(' ') : error.message
  const known = knownWords(error.code) ?? (error.status === 403 ? t('problem.forbidden_why') : undefined)
  if (known === undefined || (isEnglish() && said !== '')) return { title, text: said || t('problem.no_words') }
  return said === '' || saysAll.has(error.code) || isEnglish()
    ? { title, text: known }
    : { title, text: known, detail: said }
}

/** The same for one thing that is wrong with what was sent, at the field where it is. */
export function problemWords({ code, message }: Problem): string {
  const known = code === undefined || isEnglish() ? undefined : knownWords(code)
  return known ?? message
}

const isEnglish = (): boolean => i18next.language === 'en'

const knownWords = (code: string): string | undefined =>
  i18next.exists(`refusal.${code}`) ? i18next.t(`refusal.${code as Known}`) : undefined

/** Codes whose words leave nothing for the server to add. */
const saysAll: ReadonlySet<string> = new Set<Known>([
  'not_signed_in',
  'cross_site_request',
  'user_required',
  'sign_in_link_unknown',
  'sign_in_link_used',
  'sign_in_link_expired',
  'too_many_live_views',
  'stopping',
  'not_ready',
  'query_too_slow',
  'query_too_large',
  'email_taken',
  'confirmation_required',
  'replay_rejected',
  'not_yours',
  'dashboard_changed',
  'dashboard_is_private',
])
