import { expect, test } from 'vitest';
import { createSetup } from '../../support/sandbox-clients.js';

test('all operations respond from the state, except three of the account', () => {
  const { sandbox } = createSetup();
  const examples = Object.entries(sandbox.coverage()).filter(([, source]) => source === 'example');
  expect(examples.map(([id]) => id).sort()).toEqual([
    'showFederation',
    'showPackageSpecCountDown',
    'showUserChargeType',
  ]);
});
