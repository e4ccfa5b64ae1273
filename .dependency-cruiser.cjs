/** Who may import whom. Each rule says why; the layout itself is described in README.md. */
const feature = '^apps/api/src/features/([^/]+)/'
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle hides which part depends on which: move what both need below both.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'types-stand-alone',
      severity: 'error',
      comment: 'packages/types imports zod and itself, nothing else.',
      from: { path: '^packages/types/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/types/src|node_modules/zod|^zod' },
    },
    {
      name: 'types-use-zod-mini',
      severity: 'error',
      comment: 'The client pays for every byte: zod/mini only.',
      from: { path: '^packages/types/src' },
      to: { path: '^zod$|zod/v4/classic|zod/index' },
    },
    {
      name: 'counties-below-apps',
      severity: 'error',
      comment: 'Presets know types only.',
      from: { path: '^packages/counties' },
      to: { path: '^apps/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      comment: 'platform/ has no domain words: pass in what it needs.',
      from: { path: '^apps/api/src/platform', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/(features|seed|testing|app|main|env)' },
    },
    {
      name: 'features-below-app',
      severity: 'error',
      comment: 'main → app → features → platform, never back.',
      from: { path: feature, pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/(app|main|seed|testing|env)' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'rules.ts imports types and other rules only: facts in, decision out.',
      from: { path: '/rules\\.ts$' },
      to: { pathNot: '^packages/types/src|/rules\\.ts$' },
    },
    {
      name: 'store-below-verbs',
      severity: 'error',
      comment: 'routes → verbs, reads → rules, store → table.',
      from: { path: `${feature}(store|table)\\.ts$` },
      to: { path: `${feature}routes\\.ts$` },
    },
    {
      name: 'ledger-by-its-door',
      severity: 'error',
      comment: 'Value moves through ledger/post.ts and is read through ledger/reads.ts.',
      from: { path: feature, pathNot: '^apps/api/src/features/ledger/' },
      to: { path: '^apps/api/src/features/ledger/', pathNot: 'ledger/(post|reads)\\.ts$' },
    },
    {
      name: 'api-not-in-packages',
      severity: 'error',
      comment: 'Packages are below apps.',
      from: { path: '^packages' },
      to: { path: '^apps' },
    },
  ],
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
