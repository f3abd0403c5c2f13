import { useEffect, useState } from 'react'

/** Whole seconds since an instant of `performance.now()`, told every second: what waits waits on between two snapshots. */
export function useElapsed(since: number): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - since) / 1000))
}
