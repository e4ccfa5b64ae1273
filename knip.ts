import type { KnipConfig } from 'knip'

/** What nobody uses is taken out. An exception stands here with its reason. */
const config: KnipConfig = {
  // A type that stands in the signature of something exported is exported with it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  workspaces: {
    '.': {
      entry: ['scripts/*.mjs'],
      project: ['scripts/**', '*.{cjs,ts}'],
      // Commands of the workspaces that the scripts run.
      ignoreBinaries: ['taro', 'drizzle-kit'],
      // Files of them are read by path: the browser of the tests has no Chinese letters of its own, and is given the judge as it stands.
      ignoreDependencies: ['@expo-google-fonts/noto-sans-sc', 'axe-core'],
    },
    'packages/*': {},
    'apps/api': {
      // The thread is started by its path, the benchmark by the script that measures, parts of the tests by `pnpm test`.
      entry: [
        'src/{main,county,sweep}.ts',
        'src/platform/sheet-thread.mjs',
        'src/testing/{sweep-benchmark,together/part-*}.ts',
      ],
      project: ['src/**'],
      // packages/counties imports it; the bundle of the API leaves it outside and finds it here.
      // A file of it is read by its path: the letters of a certificate.
      ignoreDependencies: ['yaml', '@expo-google-fonts/noto-sans-sc'],
    },
    'apps/miniprogram': {
      entry: [
        'src/app.tsx',
        'src/**/*.config.ts',
        'src/**/*-page.tsx',
        'config/index.ts',
        'config/weapp-aria/{plugin,runtime}.ts',
        '{src,sandbox}/**/*.test.{ts,tsx}',
      ],
      project: ['src/**', 'config/**/*.ts', 'sandbox/**'],
      ignoreDependencies: [
        // Taro finds its parts by name, and React's by the framework it is told.
        '@tarojs/.*',
        '@pmmmwh/react-refresh-webpack-plugin',
        'zod',
        // Installed for the client's own suites: pages in a DOM, the WeChat build in a sandbox. To be taken out of this list with them.
        '@types/jsdom',
        'jsdom',
      ],
    },
  },
}
export default config
