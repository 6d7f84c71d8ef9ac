/** Plain JavaScript: jest reads it before anything is transpiled. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '\\.sql$': '<rootDir>/test/sql-as-text.js',
    // Packages that are ES modules alone.
    'node_modules/hyparquet.+\\.js$': [
      '@swc/jest',
      { jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
    '^.+\\.tsx$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!hyparquet)'],
  // After a change of a view each test would make all views by itself, and the page has its script from dist.
  globalSetup: '<rootDir>/test/build-parts.ts',
  testSequencer: '<rootDir>/test/longest-first-sequencer.js',
  reporters: ['default', '<rootDir>/test/closing-line-reporter.js'],
  // By itself jest leaves one core idle, which of two is half the machine.
  maxWorkers: '100%',
  testTimeout: 60_000,
};
