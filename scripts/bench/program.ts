/** What a program is given on its command line. */
export const readInput = (): unknown => JSON.parse(process.argv[2] ?? '{}') as unknown;

/** Hands the result to whoever started the program. */
export const report = (result: object): void => {
  process.stdout.write(JSON.stringify(result));
};
