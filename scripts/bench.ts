/**
 * Measures what the project promises, and prints one table: figure, aim, measured, verdict.
 *
 * Whatever is compared is measured in turn within one run, many times, and the middle counts: other programs of the machine slow down both sides.
 * A missed aim is told, and is no failure.
 */
import { parseArgs } from 'node:util';
import { measureBundleSize } from './bench/bundle-size.js';
import { measureDownloads } from './bench/downloads.js';
import { formatTable, verdictOf, type Figure } from './bench/figure.js';
import { measureImportTime } from './bench/import-time.js';
import { measureLists } from './bench/lists.js';
import { copyPackage, type PackageCopy } from './bench/package-copy.js';
import { measurePolling } from './bench/polling.js';
import { measureRequests } from './bench/requests.js';
import { measureSandbox } from './bench/sandbox.js';
import type { Section } from './bench/section.js';
import { measureSigning } from './bench/signing.js';
import { measureSpecTools } from './bench/spec-tools.js';
import { measureTypeChecking } from './bench/type-checking.js';

const sections: Readonly<Record<string, Section>> = {
  types: measureTypeChecking,
  spec: measureSpecTools,
  signing: measureSigning,
  requests: measureRequests,
  import: measureImportTime,
  size: measureBundleSize,
  lists: measureLists,
  downloads: measureDownloads,
  polling: measurePolling,
  sandbox: measureSandbox,
};

const usage = `npm run bench                    measures everything, which takes some minutes
npm run bench -- --only <name>   measures one part: ${Object.keys(sections).join(', ')}; may be repeated
  --quick                        fewer rounds, for a first look
  --json                         prints JSON in place of the table`;

/** Runs sections one after the other, so that none disturbs another. */
async function measure(names: readonly string[], quick: boolean): Promise<Figure[]> {
  let copy: Promise<PackageCopy> | undefined;
  const packageCopy = (): Promise<PackageCopy> => (copy ??= copyPackage());
  try {
    const figures: Figure[] = [];
    for (const name of names) {
      console.error(`measuring ${name} …`);
      figures.push(...(await sections[name]!({ quick, packageCopy })));
    }
    return figures;
  } finally {
    await (await copy)?.remove();
  }
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const unknown = values.only.find((name) => !Object.hasOwn(sections, name));

if (values.help) {
  console.log(usage);
} else if (unknown !== undefined) {
  console.error(`--only must be one of ${Object.keys(sections).join(', ')}, and is ${unknown}`);
  process.exitCode = 1;
} else {
  const figures = await measure(values.only.length > 0 ? values.only : Object.keys(sections), values.quick);
  const told = figures.map((figure) => ({ ...figure, verdict: verdictOf(figure) }));
  console.log(values.json ? JSON.stringify(told, undefined, 1) : formatTable(figures));
}
