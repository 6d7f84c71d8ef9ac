/** Against programs that are not ours, apart from the tests that need Node alone: `npm run test:deploy`. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/deploy/**/*.deploy.ts'],
  // Steps of one deployment: what follows a failed one tells nothing.
  bail: 1,
  maxWorkers: 1,
  testTimeout: 1_000_000,
};
