import { commonJsOf } from '../../scripts/common-js-of';

const bundled = `// collector/one.ts
import { A } from "@aws-sdk/client-iam";
import {
  B as B2,
  C
} from "@aws-sdk/client-iam";
import { createHash } from "node:crypto";
// collector/two.ts
import * as all from "@aws-sdk/client-s3";
import { D } from "@aws-sdk/client-s3";
async function handler() {
  const set = /* @__PURE__ */ new Set();
  if (set) return "REPORT_BUCKET" /* bucket */;
}
export {
  handler
};
`;

test('each package is required once, notes go, and the export stands at the end', () => {
  expect(commonJsOf(bundled)).toBe(`"use strict";
const all = require("@aws-sdk/client-s3");
const { A, B: B2, C } = require("@aws-sdk/client-iam");
const { createHash } = require("node:crypto");
const { D } = all;
async function handler() {
\tconst set = new Set();
\tif (set) return "REPORT_BUCKET";
}
exports.handler = handler;
`);
});

test.each(['import "x";\n', 'import a from "x";\n', 'export default 1;\n', 'export {\n  a,\n  b\n};\n'])(
  'refuses %j, which it does not know',
  (code) => {
    expect(() => commonJsOf(code)).toThrow('the module must import names and export one');
  },
);
