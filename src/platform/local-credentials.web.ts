/** Browsers and workers keep credentials neither in files nor in the metadata service of a cloud server. */
import type * as node from './local-credentials.node.js';

export const localCredentials: typeof node.localCredentials = () => [];
