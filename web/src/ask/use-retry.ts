import { useQueryClient } from '@tanstack/react-query'

/** Asks again for all that the page needs and did not get. */
export function useRetry(): () => void {
  const client = useQueryClient()
  return () => void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
}
