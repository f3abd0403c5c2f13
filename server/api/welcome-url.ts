/** The address of the page where a one-time link is used, on the server at `origin` (without a slash at the end). */
export function welcomeUrl(origin: string, token: string): string {
  return `${origin}/welcome/${token}`
}
