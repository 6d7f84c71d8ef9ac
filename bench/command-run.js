const { join } = require('node:path');

/** Plain JavaScript: runs the built command with these arguments in this process, so that its memory is its alone. */
const start = performance.now();
process.once('beforeExit', () =>
  process.send?.({
    times: { all: performance.now() - start },
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
process.stdout.write = () => true;
require(join(__dirname, '../dist/bin/credential-report.js'));
