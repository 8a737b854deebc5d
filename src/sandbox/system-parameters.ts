/** Parameters that the service sets in every build. */
import type { Build } from './task.js';
import { formatSeconds } from './time-format.js';

/** A parameter that the service sets. */
export interface SystemParameter {
  readonly name: string;
  readonly description: string;
  readonly valueOf: (build: Build) => string;
}

/** The parameters that the service sets, in the order of its list. */
export const systemParameters: readonly SystemParameter[] = [
  {
    name: 'BUILDNUMBER',
    description: 'Day of the build and its number within that day',
    valueOf: ({ dailyNumber }) => dailyNumber,
  },
  {
    name: 'TIMESTAMP',
    description: 'Time at which the build was started, yyyyMMddHHmmss',
    valueOf: ({ createdAt }) => formatSeconds(createdAt).replace(/\D/g, ''),
  },
  { name: 'INCREASENUM', description: 'Number of the build within its task', valueOf: ({ number }) => String(number) },
  { name: 'WORKSPACE', description: 'Directory that the code is in', valueOf: () => '/home/build/workspace' },
  { name: 'COMMIT_ID', description: 'Id of the commit that is built', valueOf: ({ commit }) => commit },
  {
    name: 'COMMIT_ID_SHORT',
    description: 'The first eight digits of the id of the commit',
    valueOf: ({ commit }) => commit.slice(0, 8),
  },
];
