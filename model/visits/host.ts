/**
 * SQL: the host of the address that the SQL expression `address` gives, in lower case and without `www.`; empty when it
 * has none. The same site has the same host however it was reached.
 *
 * @example `https://www.Google.com:443/search?q=e-bikes` → `google.com`
 */
export function hostSql(address: string): string {
  const host = `extract(${address}, '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([[][^]]*[]]|[^/?#:]*)')`
  return `replaceRegexpOne(lowerUTF8(${host}), '^www[.]', '')`
}
