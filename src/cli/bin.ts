#!/usr/bin/env node
/** `codearts-build`: runs the command line of the process. */
import { main } from './main.js';
import { processIo } from './process-io.js';

const code = await main(process.argv.slice(2), processIo);
if (code !== undefined) processIo.exit(code);
