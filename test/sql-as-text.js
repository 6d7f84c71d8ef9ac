/** Plain JavaScript: jest loads it as it is. What esbuild's text loader does in a bundle. */
module.exports = { process: (text) => ({ code: `module.exports = ${JSON.stringify(text)};` }) };
