/** The surroundings of the command in a process. */
import type { Io } from './context.js';
import { SIGNALS } from './interrupt.js';

/** Exit code of a program whose reader is gone: 128 and the number of SIGPIPE. */
const EXIT_PIPE = 141;

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT_PIPE);
  });
}

export const processIo: Io = {
  ...{ stdout: process.stdout, stderr: process.stderr, env: process.env },
  // Opening it takes a millisecond, and few commands read it.
  get stdin() {
    return process.stdin;
  },
  // `process.exit()` alone drops output to a slow pipe.
  exit: (code) => process.stderr.write('', () => process.stdout.write('', () => process.exit(code))),
  onSignal(listener) {
    for (const signal of SIGNALS) process.on(signal, listener);
    return () => {
      for (const signal of SIGNALS) process.off(signal, listener);
    };
  },
};
