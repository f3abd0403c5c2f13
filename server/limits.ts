/**
 * Every limit on what comes from outside, in one place, each with what happens at it. Sorted by name.
 * A name ends in its unit.
 */
export const limits = {
  /** Bytes of a request body that is not events; over it 413 `body_too_large`. */
  bodyBytes: 1024 * 1024,
  /** How long a browser stays signed in, ms; then the session is refused and a new link is needed. */
  browserSessionMs: 30 * 24 * 3600 * 1000,
  /** Dashboards that one organization composed, private ones included; over it 409 `too_many_dashboards`. */
  dashboardsPerOrganization: 300,
  /** Characters of an e-mail address (RFC 5321's own limit); over it 400. */
  emailCharacters: 254,
  /** How far ahead of our clock an event may be, ms; over it the event is rejected as `time_in_future`. */
  eventAheadMs: 3600 * 1000,
  /** Bytes of one event; over it the event is rejected as `too_large`, and 413 `event_too_large` when it came alone. */
  eventBytes: 1024 * 1024,
  /** The first instant an event may have, UTC ms (2000-01-01); before it the event is rejected as `time_too_old`. */
  eventEarliestMs: 946_684_800_000,
  /** Characters of an event's `id`; over it the event is rejected as `invalid_envelope`. */
  eventIdCharacters: 200,
  /** Objects and lists of an event within each other; over it the event is rejected as `invalid_data`. */
  eventNestingLevels: 64,
  /** Characters of an event's `source`; over it the event is rejected as `invalid_envelope`. */
  eventSourceCharacters: 1_000,
  /** Bytes of a `POST /v1/events` body as sent; over it 413 `body_too_large`. */
  eventsBodyBytes: 16 * 1024 * 1024,
  /** Bytes of a `POST /v1/events` body once inflated; over it 413 `body_too_large`. */
  eventsInflatedBytes: 16 * 1024 * 1024,
  /** Events of one request; over it 413 `too_many_events`. */
  eventsPerRequest: 10_000,
  /** Rows of an export that are read at a time, so that its memory stays flat. */
  exportPageRows: 20_000,
  /** Bytes of the journal that may wait to be settled while an import goes on; over it 429 `settling_behind`. */
  importBacklogBytes: 256 * 1024 * 1024,
  /** Bytes of the events that an import sends in one request. */
  importBatchBytes: 8 * 1024 * 1024,
  /** Events that an import sends in one request. */
  importBatchEvents: 5_000,
  /** Bytes kept of one event while a file is read; what is longer is cut there and then rejected as `too_large`. */
  importEventBytes: 12 * 1024 * 1024,
  /** Requests of an import that are under way at once. */
  importRequestsInFlight: 3,
  /** Bytes the journal writes at once; what waits beyond them goes into the next write. A single larger record is written alone. */
  journalGroupBytes: 8 * 1024 * 1024,
  /** Bytes of one journal record, encoded (a full request may grow when it is encoded); over it 413 `journal_record_too_large`. */
  journalRecordBytes: 128 * 1024 * 1024,
  /** After how many seconds a client should send again what the journal could not take. */
  journalRetryAfterSeconds: 5,
  /** Bytes of a journal segment after which the next one is begun. */
  journalSegmentBytes: 64 * 1024 * 1024,
  /** Bytes of records waiting for the disk; over it 503 `journal_unavailable`. */
  journalWaitingBytes: 512 * 1024 * 1024,
  /** Keys remembered after being checked; over it the one not seen for longest makes room. */
  keyCacheEntries: 10_000,
  /** How long a checked key is believed, ms: so soon is a revocation by another process (the CLI) honoured. */
  keyCacheMs: 2_000,
  /** How often the last use of a key is written down, ms. */
  keyUseMs: 60_000,
  /** How often a comment goes through the stream of a live view, ms, so that nobody takes its silence for an end. */
  liveBeatMs: 15_000,
  /** How often one live view is asked for at most, ms, however much settles. */
  liveEveryMs: 1_000,
  /** Agents that a live view names; beyond it they are only counted. */
  livePresentAgents: 200,
  /** How long a browser waits before it opens a live view again, ms. */
  liveRetryMs: 1_000,
  /** How often a live view is asked for when nothing settles, ms: waits grow and sessions time out by themselves. */
  liveTickMs: 10_000,
  /** How long a client may leave its live view unread, ms; then it is let go. */
  liveUnreadMs: 60_000,
  /** Live views open at once in this server; over it 429 `too_many_live_views`. */
  liveViews: 1_000,
  /** Live views open at once in one organization; over it 429 `too_many_live_views`. */
  liveViewsPerOrganization: 50,
  /** Waiting contacts that a live view names, the longest waits first; beyond it they are only counted. */
  liveWaitingContacts: 20,
  /** Characters of a name (organization, user, key); over it 400. */
  nameCharacters: 200,
  /** The deepest level of the tree of organizations; a child of it is refused with 400 `organization_too_deep`. */
  organizationLevel: 3,
  /** How long the tree of organizations is believed, ms: so soon is one created by another process seen. */
  organizationTreeMs: 1_000,
  /** Origins a publishable key may be used from; over it 400. */
  originsPerKey: 50,
  /** Tables of shared rows at a time; beyond it the oldest goes. */
  sharedTables: 16,
  /** Bytes in memory that a table of shared rows is kept with; a larger one goes with the question that it was made for. */
  sharedTableBytes: 64 * 1024 * 1024,
  /** Characters of a message that tell phrases apart; what is longer counts by its beginning. */
  phraseCharacters: 300,
  /** Texts remembered as they were read for popular phrases; over it the one not asked for longest makes room. */
  phrasesRemembered: 100_000,
  /** Different texts that popular phrases are made of, the most frequent; beyond it the rarest are left out and `is_cut` says so. */
  phraseTexts: 20_000,
  /** Problems told of one event; what is wrong beyond them is told once they are mended. */
  problemsPerEvent: 50,
  /** Events of one page of the quarantine; a larger page is cut to it. */
  quarantinePageRows: 500,
  /**
   * How far facts may be behind what was acknowledged, ms, before senders are made to wait when what is not settled would
   * fill a batch: a request then waits for the next batch to be settled, at most `roomWaitMs`, and is taken in any case.
   */
  roomBehindMs: 1_400,
  /** See `roomBehindMs`. */
  roomWaitMs: 1_000,
  /** Bytes that have to be free on the disk for a request of events of any size; below it `GET /readyz` answers 503. */
  readyFreeBytes: 32 * 1024 * 1024,
  /** Identities of events remembered to recognize duplicates at once; older ones are recognized when they are stored. */
  recentEvents: 200_000,
  /** Characters kept of an event that is too large, or not JSON, to be kept whole. */
  rejectedBeginningCharacters: 64 * 1024,
  /** How long a client may take to send a request, ms; then 408 `request_too_slow`. */
  requestReceiveMs: 5 * 60 * 1000,
  /** Attempts to sign in from one address per minute; over it 429 with `Retry-After`. */
  signInAttemptsPerMinute: 10,
  /** How long a one-time link can be used, ms; then 410 `sign_in_link_expired`. */
  signInLinkMs: 24 * 3600 * 1000,
  /** Pages that a preview of patterns shows, the most viewed first; the rest is only counted. */
  trackedUrlPages: 50,
  /** Characters of a pattern; over it 400. */
  trackedUrlPatternCharacters: 500,
  /** Patterns of one tracked URL; over it 400. */
  trackedUrlPatterns: 20,
  /** Tracked URLs of one organization; over it 409 `too_many_tracked_urls`. */
  trackedUrlsPerOrganization: 200,
  /** Characters of a `User-Agent` that are looked at; what is longer is cut there. */
  userAgentCharacters: 512,
  /** User agents remembered after being read; over it the one not seen for longest makes room. */
  userAgentsRemembered: 1_000,
  /** Characters of what is chosen in a named view, as in an address; over it 400. */
  viewSearchCharacters: 4_000,
  /** Named views of one organization, private ones included; over it 409 `too_many_views`. */
  viewsPerOrganization: 1_000,
  /** Cells of a workbook's largest sheet, of a dashboard's of all its sheets, as it is made in memory; over it 400 `too_large_for_workbook`. */
  workbookCells: 1_000_000,
  /** Records of one list in the workbook of a dashboard, the latest; beyond it the workbook says how many there are. */
  workbookRecords: 10_000,
} as const
