/** Variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of the process; empty where there is no process. */
export const environment = (): Environment =>
  typeof process === 'object' && typeof process.env === 'object' ? process.env : {};
