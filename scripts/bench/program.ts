/** What a program is given on its command line. */
export const readInput = <Input extends object>(): Input => JSON.parse(process.argv[2] ?? '{}') as Input;

/** Hands the result to whoever started the program. */
export const report = (result: object): void => {
  process.stdout.write(JSON.stringify(result));
};
