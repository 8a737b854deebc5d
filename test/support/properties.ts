/** Values for property tests. A run tests the same values each time, so that a failure belongs to a change; `PROPERTY_SEED=<number>` chooses others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_126) });

export default fc;
