import { join } from 'node:path';
import { report } from './measuring';

/** Runs the built command with these arguments, in this process, so that its memory is known. */
const start = performance.now();
process.once('beforeExit', () => report({ all: performance.now() - start }));
process.stdout.write = () => true;
void import(join(__dirname, '../dist/bin/credential-report.js'));
