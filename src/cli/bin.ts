#!/usr/bin/env node
/** `codearts-build`: runs the command line of the process. Built as CommonJS, which starts faster than a module. */
import nodeModule from 'node:module';
import { main } from './main.js';
import { processIo } from './process-io.js';

// Node.js 22.8 and later keep the compiled code, in the folder for temporary files. NODE_DISABLE_COMPILE_CACHE=1 switches that off.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();

void main(process.argv.slice(2), processIo).then((code) => {
  if (code !== undefined) processIo.exit(code);
});
