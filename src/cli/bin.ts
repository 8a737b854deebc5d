#!/usr/bin/env node
/** `codearts-build`: runs the command line of the process. */
import type { Io } from './context.js';
import { SIGNALS } from './interrupt.js';
import { main } from './main.js';

/** Exit code of a program whose reader is gone: 128 and the number of SIGPIPE. */
const EXIT_PIPE = 141;

/** Ends the process when everything is written. `process.exit()` alone drops output to a slow pipe. */
function exit(code: number): void {
  process.stderr.write('', () => process.stdout.write('', () => process.exit(code)));
}

const io: Io = {
  ...{ stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, env: process.env, exit },
  onSignal(listener) {
    for (const signal of SIGNALS) process.on(signal, listener);
    return () => {
      for (const signal of SIGNALS) process.off(signal, listener);
    };
  },
};

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT_PIPE);
  });
}

const code = await main(process.argv.slice(2), io);
if (code !== undefined) exit(code);
