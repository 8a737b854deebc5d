#!/usr/bin/env node
/** `codearts-build`: runs the command line of the process. Built as CommonJS, which starts faster than a module. */
import { main } from './main.js';
import { processIo } from './process-io.js';

void main(process.argv.slice(2), processIo).then((code) => {
  if (code !== undefined) processIo.exit(code);
});
