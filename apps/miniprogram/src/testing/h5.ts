/** Before each test file: components are drawn as on H5 unless a test says otherwise; jsdom answers no media query. */
process.env.TARO_ENV = 'h5'
window.matchMedia ??= (media: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })
