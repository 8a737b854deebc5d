/** A sandbox that serves HTTP. */
import { createSandbox } from 'codearts-build/sandbox';

console.log(await createSandbox().listen());
