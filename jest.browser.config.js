/** Tests in a real Chromium, apart from those that need none: `npm run test:browser`. */
module.exports = { ...require('./jest.config.js'), testMatch: ['<rootDir>/test/browser/**/*.browser.ts'] };
