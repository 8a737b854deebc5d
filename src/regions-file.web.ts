/** Browsers and workers have no settings files. */
import type * as node from './regions-file.node.js';

export const endpointFromFile: typeof node.endpointFromFile = () => undefined;
