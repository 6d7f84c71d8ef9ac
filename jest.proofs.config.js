/**
 * What takes longest of what needs Node alone, and, below test/terminal, what needs a pseudo terminal and the shells, apart from
 * the gate of each change: `npm run test:proofs`.
 */
module.exports = { ...require('./jest.config.js'), testMatch: ['<rootDir>/test/**/*.proof.ts'] };
