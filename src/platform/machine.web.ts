/** Browsers and workers have neither settings nor channels. */
import type * as node from './machine.node.js';

export const endpointFromSettings: typeof node.endpointFromSettings = () => undefined;

export const publish: typeof node.publish = () => {};
