const base = require('../../jest.base.cjs')

const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
}

// Two kinds: `pages` draws components and asks the network as on H5; `weapp` runs the build that phones get.
module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      transform,
      displayName: 'pages',
      rootDir: __dirname,
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/src/testing/h5.ts'],
      globals: { API_BASE: '' },
      moduleNameMapper: {
        '\\.css$': '<rootDir>/src/testing/style.ts',
        '^@tarojs/components$': '<rootDir>/src/testing/taro-components.ts',
        '^@tarojs/taro$': '<rootDir>/src/testing/taro.ts',
      },
    },
    {
      ...base,
      transform,
      displayName: 'weapp',
      rootDir: __dirname,
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/sandbox/**/*.test.ts'],
      globalSetup: '<rootDir>/sandbox/build-weapp.ts',
    },
  ],
}
