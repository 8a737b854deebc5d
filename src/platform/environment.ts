/** The variables of the process; empty where there is no process. */
export const environment = (): Record<string, string | undefined> =>
  typeof process === 'object' && typeof process.env === 'object' ? process.env : {};
