module.exports = {
  ...require('../../jest.base.cjs'),
  displayName: 'api',
  globalSetup: '<rootDir>/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/testing/global-teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
}
