import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Answer, readAnswer, type SentAnswer } from './answer.ts'
import { Refusal, refusalAt } from './http.ts'
import { asked } from './view/question.ts'
import type { Filter } from './view/view.ts'

export type Named = { readonly id: string; readonly name: string | null }

export type WaitingContact = {
  readonly conversation_id: string
  readonly waiting_since: string
  readonly channel: Named | null
  readonly touchpoint: Named | null
  readonly inbox: Named | null
  readonly team: Named | null
  readonly agent: Named | null
}

export type PresentAgent = Named & { readonly status: 'online' | 'paused' }

type SentSnapshot = {
  readonly as_of: string
  readonly time_zone: string
  readonly now: Readonly<Record<string, number | null>>
  readonly waiting: readonly WaitingContact[]
  readonly agents: {
    readonly totals: Readonly<Record<string, number | null>>
    readonly present: readonly PresentAgent[]
  }
  readonly minutes: SentAnswer
  /** Metrics that the filters cannot be asked of. */
  readonly left_out: readonly string[]
}

/** How things stand, as `GET /v1/live` tells it. */
export type Snapshot = Omit<SentSnapshot, 'minutes'> & {
  readonly minutes: Answer
  /** When it came, on the clock of `performance.now()`: this machine's clock may be wrong, but not its seconds. */
  readonly receivedAt: number
}

export type LiveView = {
  readonly snapshot: Snapshot | undefined
  /** Whether it is being told; else it tries again by itself. */
  readonly isConnected: boolean
  /** The server is there and cannot say how things stand. */
  readonly trouble: Refusal | undefined
}

const retryMs = 2_000
/** The server tells something every ten seconds; after so long without a word it is not there any more. */
const silenceMs = 30_000

/**
 * Follows how things stand, of what the filters leave. A connection that breaks is opened again until it holds; nobody looks at a hidden page, so it
 * holds none. Who is signed out meanwhile is brought to where one signs in.
 */
export function useLive(filters: readonly Filter[]): LiveView {
  const navigate = useNavigate()
  const [view, setView] = useState<LiveView>({ snapshot: undefined, isConnected: false, trouble: undefined })
  const asking = filters.length === 0 ? '' : `?filters=${encodeURIComponent(JSON.stringify(filters.map(asked)))}`
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const change = (part: Partial<LiveView>) => setView((before) => ({ ...before, ...part }))

    function close() {
      clearTimeout(timer)
      source?.close()
      source = undefined
    }

    function openLater(afterMs: number) {
      clearTimeout(timer)
      timer = setTimeout(open, afterMs)
    }

    function open() {
      close()
      const own = new EventSource(`/v1/live${asking}`)
      source = own
      // From here on every word resets it.
      openLater(silenceMs)
      own.addEventListener('snapshot', ({ data }: MessageEvent<string>) => {
        const sent = JSON.parse(data) as SentSnapshot
        const snapshot = { ...sent, minutes: readAnswer(sent.minutes), receivedAt: performance.now() }
        change({ snapshot, isConnected: true, trouble: undefined })
        openLater(silenceMs)
      })
      own.addEventListener('trouble', ({ data }: MessageEvent<string>) => {
        const { code, detail } = JSON.parse(data) as { code: string; detail: string }
        change({ trouble: new Refusal(code, 503, detail) })
        openLater(silenceMs)
      })
      own.addEventListener('error', () => {
        change({ isConnected: false })
        // The browser tries again by itself after a break, but not after an answer that is no.
        if (own.readyState !== EventSource.CLOSED) return
        openLater(retryMs)
        // It keeps that answer to itself.
        refusalAt(`/v1/live${asking}`).then((reason) => {
          if (source !== own || reason === undefined) return
          if (reason.status === 401) void navigate({ to: '/signed-out' })
          else if (reason.code !== 'unreachable') change({ trouble: reason })
        })
      })
    }

    function follow() {
      if (document.visibilityState === 'visible') open()
      else close()
    }

    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      close()
      // What is shown is an answer to other filters until the next one comes.
      change({ isConnected: false, trouble: undefined })
    }
  }, [navigate, asking])
  return view
}
