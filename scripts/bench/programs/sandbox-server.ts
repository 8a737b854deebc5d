/** A sandbox that listens. */
import { createSandbox } from 'codearts-build/sandbox';

console.log(await createSandbox().listen());
