// The arrows between the rooms. All at `error`: an arrow that only warns is not there.

/** Where tests, and what only tests use, live. */
const tests = '\\.test(ing)?\\.tsx?$'
const rooms = '^(core|model|server|fixtures|web|tag|e2e|bench|tools)/'

/** The question of a panel, which app, workbook and bench share, and what it is made of. */
const asking = '^core/(dashboards/(panel-question|window-range)|time/automatic)\\.ts$'
const askingKnows = ['^core/declare/dashboard\\.ts$', '^core/time/granularity\\.ts$']

/** @param {string} from @param {string[]} allowed */
const onlyRooms = (from, allowed) => ({ path: rooms, pathNot: `^(${[from, ...allowed].join('|')})/` })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-knows-nobody',
      comment: 'core says how things are expressed; it is pure and knows no other room.',
      severity: 'error',
      from: { path: '^core/', pathNot: tests },
      to: onlyRooms('core', []),
    },
    {
      name: 'core-tests-know-core-and-fixtures',
      severity: 'error',
      from: { path: `^core/.*${tests}` },
      to: onlyRooms('core', ['fixtures']),
    },
    {
      name: 'core-touches-no-machine',
      comment: 'core runs in the browser too: no files, no network, no process.',
      severity: 'error',
      from: { path: '^core/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'model-knows-core',
      comment: 'model says what is measured, as data, in the words of core.',
      severity: 'error',
      from: { path: '^model/', pathNot: tests },
      to: onlyRooms('model', ['core']),
    },
    {
      name: 'model-tests-may-use-the-engine',
      comment: 'The meaning of a metric is tested on the real engine against the oracle.',
      severity: 'error',
      from: { path: `^model/.*${tests}` },
      to: onlyRooms('model', ['core', 'fixtures', 'server']),
    },
    {
      name: 'fixtures-know-core-and-model',
      severity: 'error',
      from: { path: '^fixtures/' },
      to: onlyRooms('fixtures', ['core', 'model']),
    },
    {
      name: 'server-knows-core-and-model',
      comment: 'The demo makes its year of data from the same worlds as the tests.',
      severity: 'error',
      from: { path: '^server/', pathNot: [tests, '^server/demo/'] },
      to: onlyRooms('server', ['core', 'model']),
    },
    {
      name: 'server-tests-and-demo-know-fixtures-too',
      severity: 'error',
      from: { path: [`^server/.*${tests}`, '^server/demo/'] },
      to: onlyRooms('server', ['core', 'model', 'fixtures']),
    },
    {
      name: 'web-knows-nobody',
      comment: 'The web app speaks HTTP; of core and model it knows the types.',
      severity: 'error',
      from: { path: '^web/' },
      to: onlyRooms('web', ['core', 'model']),
    },
    {
      name: 'web-takes-only-types',
      comment:
        'A value taken from core or model would end up in the browser and compute there: ask the server instead. What a panel asks is the exception.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(core|model)/', pathNot: asking, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'what-a-panel-asks-is-small',
      comment: 'The app takes it along: it must not bring time zones or the catalogue.',
      severity: 'error',
      from: { path: asking },
      to: { pathNot: [asking, ...askingKnows], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tag-knows-nobody',
      severity: 'error',
      from: { path: '^tag/' },
      to: onlyRooms('tag', []),
    },
    {
      name: 'e2e-knows-nobody',
      comment: 'The end-to-end tests stand where a client stands: HTTP and the browser.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: onlyRooms('e2e', []),
    },
    {
      name: 'nobody-knows-the-workshop',
      comment: 'tools, bench and e2e are run, not imported.',
      severity: 'error',
      from: { path: '^(core|model|server|fixtures|web|tag)/' },
      to: { path: '^(tools|bench|e2e)/' },
    },
    {
      name: 'only-the-store-knows-the-engine',
      comment: 'server/store is the one place that knows chDB or ClickHouse.',
      severity: 'error',
      from: { pathNot: '^server/store/' },
      to: { path: '(^|/)node_modules/(chdb|@chdb|@clickhouse)/' },
    },
    {
      name: 'only-account-and-quarantine-know-the-control-database',
      comment: 'Control data is spoken to through Kysely, in two places.',
      severity: 'error',
      from: { path: rooms, pathNot: '^server/(account|ingest/quarantine)' },
      to: { path: '(^|/)node_modules/(kysely|pg)/' },
    },
    {
      name: 'only-account-and-the-directory-lock-know-sqlite',
      comment:
        'The lock on a data directory is an SQLite lock: the system drops it with the process, however that ends.',
      severity: 'error',
      from: { path: rooms, pathNot: '^server/(account/|journal/directory-lock\\.ts$)' },
      to: { path: '(^|/)node_modules/better-sqlite3/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle makes two files one.',
      severity: 'error',
      from: { path: rooms },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nothing is forgotten. The tag is meant to be alone.',
      severity: 'error',
      from: {
        orphan: true,
        path: rooms,
        pathNot: ['\\.d\\.ts$', '(^|/)[^/]+\\.config\\.[cm]?[jt]s$', '^tag/tag\\.ts$'],
      },
      to: {},
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that only happens to be installed is in no workspace of ours.',
      severity: 'error',
      from: { path: rooms },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|^web/public/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}
