/** The surroundings of the command in a process. */
import type { Io } from './context.js';
import { SIGNALS } from './interrupt.js';

/** Exit code of a program whose reader is gone: 128 and the number of SIGPIPE. */
const EXIT_PIPE = 141;

/** Exit code if standard output cannot be written, as on a full disk. */
const EXIT_OUTPUT = 3;

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(EXIT_PIPE);
  process.stderr.write(`error: standard output cannot be written: ${message}\n`);
  process.exit(EXIT_OUTPUT);
});
// Data and exit code count, even if messages cannot be written.
process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(EXIT_PIPE);
});

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
