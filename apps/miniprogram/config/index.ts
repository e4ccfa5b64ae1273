import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { areaGroup } from './h5-areas.ts'

const packages = resolve(__dirname, '../../../packages')
const aria = resolve(__dirname, 'weapp-aria')
const weapp = process.env.TARO_ENV === 'weapp'

const outputRoot = process.env.TARO_APP_GALLERY === '1' ? 'dist/gallery' : `dist/${process.env.TARO_ENV}`

/** One code base, two builds. Workspace TypeScript is compiled from source on both (`compile.include`). */
export default defineConfig<'webpack5'>({
  projectName: 'sidan',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  plugins: weapp ? [resolve(aria, 'plugin.ts')] : [],
  // H5 is served by the API itself; the mini-program names the county's server.
  defineConstants: { API_BASE: JSON.stringify(process.env.TARO_APP_API ?? '') },
  // Taro emits neither the sitemap nor the empty component that a self-drawn tab bar needs; a browser wants what keeps a page as a file of its own.
  copy: {
    patterns: [{ from: weapp ? 'config/weapp-files' : 'config/h5-files', to: outputRoot }],
    options: {},
  },
  // No pxtransform on either target: the tokens' pixels are logical pixels everywhere, so that touch targets, the 320-px rules and elder sizes hold.
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  // Chinese as it is: escaped, every character takes twice the bytes of a package that has a limit.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    compile: { include: [packages, aria] },
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: false } },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    // `pnpm dev`: the page comes from the watcher, everything else from the API.
    devServer: {
      open: false,
      port: Number(process.env.APP_PORT ?? 8081),
      proxy: [{ context: ['/v1', '/q'], target: `http://127.0.0.1:${process.env.PORT ?? 8080}` }],
    },
    compile: { include: [packages] },
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform: { enable: false } },
    // What several pages need is loaded once, not copied into each page's file; what only one subpackage needs, with its first page.
    webpackChain: (chain) =>
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          default: false,
          defaultVendors: false,
          taro: { name: 'taro', test: /node_modules[\\/]@tarojs[\\/]/, priority: 20 },
          vendors: { name: 'vendors', test: /node_modules/, priority: 10, chunks: 'initial' },
          // What few pages need, of several areas: loaded with the first of them.
          qr: {
            name: 'area-qr',
            test: /node_modules[\\/]uqr[\\/]|shared[\\/]ui[\\/]qr\./,
            minSize: 4_000,
            priority: 15,
          },
          charts: {
            name: 'area-charts',
            test: /shared[\\/]ui[\\/](chart|heat|coverage|four-tiles)/,
            minSize: 4_000,
            priority: 15,
          },
          photos: {
            name: 'area-photos',
            test: /shared[\\/]photos[\\/]|shared[\\/]api[\\/]photos/,
            minSize: 4_000,
            priority: 15,
          },
          area: areaGroup,
          shared: { name: 'shared', minChunks: 2, priority: 1 },
        },
      }),
  },
})
