#!/usr/bin/env node
import { runCommandLine } from '../cli/command-line';
import { exitCode } from '../cli/exit-code';
import { processTerminal } from '../cli/process-terminal';

// The SDK's notice about Node versions of 2027 would otherwise stand above every answer.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

void runCommandLine(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
  // Calls that were given up would go on otherwise.
  if (code === exitCode.interrupted) process.exit();
});
