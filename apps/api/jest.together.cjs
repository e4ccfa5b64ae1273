/** A run of all tests: those of features in parts, each of which loads the program once. The others, which are few and long, run as they do alone. */
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: [
    '<rootDir>/src/*.test.ts',
    '<rootDir>/src/!(features)/**/*.test.ts',
    '<rootDir>/src/testing/together/part-*.ts',
  ],
}
