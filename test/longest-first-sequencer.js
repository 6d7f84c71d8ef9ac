const Sequencer = require('@jest/test-sequencer').default;

/** Plain JavaScript: jest loads it as it is. What takes longest begins first, also where no run before has measured it. */
const longest = ['test/athena-ddl/cases.test.ts', 'test/cli/demo.test.ts'];

module.exports = class extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => longest.some((file) => path.endsWith(file));
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
