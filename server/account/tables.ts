/**
 * The rows of the control database, the same on SQLite and PostgreSQL: ids are UUIDv7 text, instants integer
 * milliseconds UTC, lists and objects JSON text.
 */
export type Tables = {
  installation: InstallationRow
  organizations: OrganizationRow
  users: UserRow
  memberships: MembershipRow
  keys: KeyRow
  sign_in_links: SignInLinkRow
  browser_sessions: BrowserSessionRow
  quarantine: QuarantineRow
  audit: AuditRow
  organization_settings: OrganizationSettingRow
  touchpoint_settings: TouchpointSettingRow
  tracked_urls: TrackedUrlRow
  tracked_url_patterns: TrackedUrlPatternRow
  own_dashboards: OwnDashboardRow
  named_views: NamedViewRow
  benchmark_runs: BenchmarkRunRow
  benchmark_figures: BenchmarkFigureRow
}

/** One row. */
export type InstallationRow = { id: string }

export type OrganizationRow = {
  id: string
  name: string
  parent_id: string | null
  level: number
  time_zone: string
  created_at: number
}

export type UserRow = { id: string; email: string; name: string; language: string; created_at: number }

export type MembershipRow = { user_id: string; organization_id: string; role: string; created_at: number }

export type KeyRow = {
  id: string
  organization_id: string
  name: string
  /** The first characters of the key, enough to recognize it and far too few to use it. */
  prefix: string
  /** SHA-256 of the whole key, hex. The key itself is kept nowhere. */
  hash: string
  kind: string
  scopes: string
  allowed_origins: string
  created_at: number
  last_used_at: number | null
  revoked_at: number | null
}

export type SignInLinkRow = {
  /** SHA-256 of the token in the link, hex. */
  token_hash: string
  purpose: string
  /** Who signs in; null for the owner link, whose user does not exist yet. */
  user_id: string | null
  /** Where; null for an owner link that creates the first organization. */
  organization_id: string | null
  created_at: number
  expires_at: number
  used_at: number | null
}

export type BrowserSessionRow = {
  token_hash: string
  user_id: string
  organization_id: string
  created_at: number
  expires_at: number
  last_seen_at: number
}

export type QuarantineRow = {
  id: string
  organization_id: string
  received_at: number
  /** The event as it came: its JSON, or a JSON string of what was not JSON. */
  event: string
  problems: string
  /** Of the first problem. */
  reason: string
  status: string
  mended: string | null
  replayed_at: number | null
  /** Where in the journal it came from, so that reading the journal again adds nothing. */
  journal_reference: string
}

export type AuditRow = {
  id: string
  organization_id: string
  at: number
  /** `user:ID`, `key:ID`, `cli` or `system`. */
  actor: string
  action: string
  target: string
  detail: string
}

/** When the benchmark of a date group was computed last, and over which range. */
export type BenchmarkRunRow = {
  date_group: string
  /** The turn of the calendar it was computed for, UTC milliseconds. */
  due_at: number
  computed_at: number
  range_from: number
  range_to: number
}

/** A number that may be shown. What may not is kept nowhere: neither it nor what any organization added to it. */
export type BenchmarkFigureRow = {
  date_group: string
  /** Empty for all organizations. */
  business_type: string
  metric: string
  value: number
  organizations: number
  /** Null, all three, where they may not be said, or were not said yet. */
  p25: number | null
  median: number | null
  p75: number | null
}

export type OrganizationSettingRow = { organization_id: string; setting: string; value: string; changed_at: number }

/** What an organization decided about a touchpoint; null: as its events say. */
export type TouchpointSettingRow = {
  organization_id: string
  touchpoint_id: string
  /** As `entity.described` writes them, JSON. */
  service_hours: string | null
  time_zone: string | null
  changed_at: number
}

export type TrackedUrlRow = { id: string; organization_id: string; label: string; created_at: number }

export type TrackedUrlPatternRow = {
  organization_id: string
  /** In the normal form in which patterns are compared. */
  normal: string
  tracked_url_id: string
  pattern: string
  position: number
}

/** A dashboard that somebody composed: `document` has its title, question, filters, picker and panels. */
export type OwnDashboardRow = {
  id: string
  organization_id: string
  /** `user:ID` or `key:ID`. */
  owner: string
  visibility: string
  document: string
  revision: number
  created_at: number
  changed_at: number
}

/** A view of a dashboard with a name: what is chosen there, as the search part of its address. */
export type NamedViewRow = {
  id: string
  code: string
  organization_id: string
  owner: string
  visibility: string
  name: string
  dashboard_id: string
  search: string
  created_at: number
  changed_at: number
}
