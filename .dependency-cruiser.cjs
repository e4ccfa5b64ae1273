/** Who may import whom. Each rule's comment says what to do instead; scripts/check-imports.mjs adds the graph of features, and its test shows each rule biting. */
const types = '^packages/types/src/'
const counties = '^packages/counties/src/'
const api = '^apps/api/src/'
const feature = '^apps/api/src/features/'
const client = '^apps/miniprogram/src/'
const test = '\\.test\\.tsx?$'
/** One use case: accept-order.ts. A document that is rendered is none. */
const useCase = `${feature}[^/]+/(?!render-)[a-z]+-[a-z-]+\\.ts$`
const named = (...names) => `${feature}[^/]+/(${names.join('|')})\\.ts$`
const subpackage = `${client}(orders|volunteer|rewards|staff|county|account|station-screen)/`

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const everywhere = [
  rule(
    'no-cycles',
    'A cycle hides which part depends on which: move what both need below both.',
    {},
    { circular: true },
  ),
  rule(
    'resolvable',
    'This import leads nowhere: write the ending (.ts, .tsx), or name the package in package.json.',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'tests-are-leaves',
    'Nothing imports a test: move what both need into a file with a name of its own, for the API under testing/.',
    {},
    { path: test },
  ),
]

const packages = [
  rule(
    'types-stand-alone',
    'packages/types imports zod and itself, nothing else: the client carries every byte of it.',
    { path: types, pathNot: test },
    { pathNot: [types, 'node_modules/zod/'] },
  ),
  rule(
    'types-use-zod-mini',
    'Import from zod/mini: classic zod costs the client 70 KB and builds functions at run time.',
    { path: [types, counties, client] },
    { path: 'node_modules/zod/', pathNot: 'node_modules/zod/(v4/)?(mini|core|locales)/' },
  ),
  rule(
    'docs-for-the-api-alone',
    'Descriptions and examples for OpenAPI are of no use to anyone but the API: keep them out of the client.',
    { pathNot: ['^apps/api/', `${types}docs/`] },
    { path: `${types}docs/` },
  ),
  rule(
    'counties-know-types-only',
    'A preset is data held to a schema of types: counties imports types, zod/mini and yaml.',
    { path: counties, pathNot: test },
    { pathNot: [counties, types, 'node_modules/(zod|yaml)/'], dependencyTypesNot: ['core'] },
  ),
  rule(
    'client-knows-types-only',
    'The client and the server share packages/types: put what both need there.',
    { path: '^apps/miniprogram/' },
    { path: ['^packages/counties/', '^apps/api/'] },
  ),
  rule(
    'client-imports-what-it-calls',
    'The table of all endpoints and the preset schema are the server’s: import the one endpoint from its noun.',
    { path: '^apps/miniprogram/' },
    { path: `${types}(endpoints|preset)\\.ts$` },
  ),
  rule(
    'api-without-client',
    'The API serves the built client and knows nothing of its source.',
    { path: '^apps/api/' },
    { path: '^apps/miniprogram/' },
  ),
]

const layersOfTheApi = [
  rule(
    'platform-knows-no-domain',
    'platform/ has no domain words: pass in what it needs.',
    { path: `${api}platform/`, pathNot: test },
    { path: api, pathNot: `${api}platform/` },
  ),
  rule(
    'features-below-app',
    'main → app → features → platform, never back: pass it in from app.ts or main.ts.',
    { path: feature, pathNot: test },
    { path: api, pathNot: [feature, `${api}platform/`, `${api}serve-features\\.ts$`] },
  ),
  rule(
    'app-below-main',
    'app.ts and serve-features.ts list the features without side effects: what starts, reads settings or tells the demo belongs to main.ts.',
    { path: `${api}(app|serve-features)\\.ts$` },
    { path: api, pathNot: [feature, `${api}platform/`, `${api}serve-features\\.ts$`] },
  ),
  rule('main-is-the-top', 'Nothing imports main.ts: it starts the program.', {}, { path: `${api}main\\.ts$` }),
  rule(
    'testing-for-tests',
    'testing/ is for tests only: what the program needs belongs to platform/ or to a feature.',
    { path: api, pathNot: [test, `${api}testing/`] },
    { path: `${api}testing/` },
  ),
  rule(
    'seed-tells-through-use-cases',
    'A story is told only through use cases (it may look with reads.ts and rules.ts): tables, SQL and routes are closed to it.',
    { path: `${api}seed/` },
    { path: feature, pathNot: [useCase, named('reads', 'rules')] },
  ),
]

const insideAFeature = [
  rule(
    'rules-are-pure',
    'rules.ts takes facts and returns a decision: it imports packages/types and other rules, no clock, no database, no library.',
    { path: named('rules') },
    { pathNot: [types, named('rules')] },
  ),
  rule(
    'routes-call-verbs-and-reads',
    'A route calls one use case or one read: store.ts and table.ts are below those.',
    { path: named('routes') },
    { path: named('store', 'table', 'post') },
  ),
  rule(
    'routes-are-mounted-by-the-app',
    'Only serve-features.ts mounts routes, and app.ts what is no JSON.',
    { pathNot: `${api}(app|serve-features)\\.ts$` },
    { path: named('routes') },
  ),
  rule(
    'jobs-are-run-by-the-top',
    'Handlers are listed by the program, and run use cases.',
    { path: feature },
    { path: named('jobs') },
  ),
  rule(
    'sql-in-store-and-reads',
    'A use case loads, decides and saves: its SQL belongs in store.ts, lists and details in reads.ts.',
    { path: feature, pathNot: [test, named('store', 'reads', 'table', 'post')] },
    { path: [named('table'), 'node_modules/(drizzle-orm|pg)/'] },
  ),
  rule(
    'store-below-reads-and-verbs',
    'store.ts saves and loads: what decides or tells is above it, so pass it in.',
    { path: named('store', 'table', 'post') },
    { path: [useCase, named('reads', 'routes', 'jobs')] },
  ),
  rule(
    'reads-change-nothing',
    'reads.ts looks: use cases are beside it, not below it.',
    { path: named('reads') },
    { path: [useCase, named('post')] },
  ),
  rule(
    'table-imports-tables',
    'table.ts describes columns: it knows types, other tables (foreign keys) and platform/columns.',
    { path: named('table') },
    { pathNot: [types, named('table'), `${api}platform/`, 'node_modules/drizzle-orm/'] },
  ),
  rule(
    'ledger-by-its-door',
    'Value moves through ledger/post.ts and is read through ledger/reads.ts, so that nothing is booked beside the books.',
    { path: feature, pathNot: [`${feature}ledger/`, test, named('table')] },
    { path: `${feature}ledger/`, pathNot: 'ledger/(post|reads)\\.ts$' },
  ),
]

const layersOfTheClient = [
  rule(
    'shared-knows-no-feature',
    'tabs → features → shared, never back: pass it in.',
    // A test brings the stand-ins it draws with.
    { path: `${client}shared/`, pathNot: '\\.test\\.tsx?$' },
    { path: client, pathNot: `${client}shared/` },
  ),
  rule(
    'subpackages-stand-alone',
    'A subpackage is downloaded alone: what two of them need belongs to shared/.',
    // A test brings the stand-ins it draws with.
    { path: subpackage, pathNot: test },
    { path: client, pathNot: [`${client}shared/`, `${client}$1/`] },
  ),
  rule(
    'tabs-stand-alone',
    'Tabs and the clock never import one another: what two of them need belongs to shared/.',
    { path: `${client}(tabs/[^/]+|clock)/` },
    { path: [`${client}tabs/`, `${client}clock/`], pathNot: `${client}$1/` },
  ),
]

module.exports = {
  forbidden: [...everywhere, ...packages, ...layersOfTheApi, ...insideAFeature, ...layersOfTheClient],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
