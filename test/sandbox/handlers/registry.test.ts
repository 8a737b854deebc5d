/** What the sandbox remembers beside tasks and builds: ServiceStage's jobs, files, templates, and what is derived from builds. */

import { expect, test } from 'vitest';
import { createSetup } from '../../support/sandbox-clients.js';

test('all operations answer from the state, but for three about the account that know nothing of it', () => {
  const { sandbox } = createSetup();
  const examples = Object.entries(sandbox.coverage()).filter(([, source]) => source === 'example');
  expect(examples.map(([id]) => id).sort()).toEqual([
    'showFederation',
    'showPackageSpecCountDown',
    'showUserChargeType',
  ]);
});
