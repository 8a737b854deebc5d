/** Makes the reference of an API with Redoc: a page that works from a disk and asks nothing of a network. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { apis, redocly, type Api, type Document } from '../bundle.js';
import { enrichDocument } from './enrich-document.js';
import { renderBar, renderHead, type Site } from './site.js';

/** How Redoc shows a document. */
const redocOptions = {
  // Only languages that are listed are shown, in this order; the payload has a list of all examples.
  codeSamples: { languages: [{ lang: 'TypeScript' }, { lang: 'curl' }, { lang: 'Payload' }] },
  sortRequiredPropsFirst: true,
  generatedSamplesMaxDepth: 4,
  maxDisplayedEnumValues: 20,
};

/** The logo that Redoc loads from its maker's server, in the wide and in the narrow form. Our style sheet writes the name instead. */
const remoteLogo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;

const emptyImage = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** The template that Redoc fills. */
const templateOf = (site: Site, api: Api, document: Document): string => `<!doctype html>
<html lang="en">
<head>
${renderHead(`${document.info.title} API`, `Reference of the ${document.info.title} API, with samples in TypeScript and curl`)}
<link rel="stylesheet" href="assets/reference.css">
{{{redocHead}}}
</head>
<body class="reference">
${renderBar(site, `${api}.html`, { heading: `${document.info.title} API` })}
<noscript><p>This page needs JavaScript. The same in JSON: <a href="openapi/${api}.json">${api}.json</a>.</p></noscript>
{{{redocHTML}}}
<script src="assets/repair-reference.js"></script>
</body>
</html>
`;

/** Cuts a text in two at a mark that has to be there. */
function cutAt(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`Redoc's page has no ${JSON.stringify(mark)}: has its form changed?`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

/** A reference, and Redoc's program, which is the same for all of them. */
interface Parts {
  html: string;
  program: string;
}

/** Takes Redoc's program out of a page. What is left calls it. */
function separateProgram(page: string): Parts {
  const [before, rest] = cutAt(page, '<script type="module">');
  const [program, after] = cutAt(rest, 'const __redoc_definition');
  const [definition, call] = cutAt(after, 'hydrate(');
  // Redoc renders for a server that has a page for each address; here all addresses are parts of one page.
  const prerendered = before.replace(/<a ([^>]*)href="\/(?!\/)/g, '<a $1href="#/');
  return {
    html: `${prerendered}<script src="assets/redoc.js"></script>
<script>const __redoc_definition${definition}Redoc.hydrate(${call}`,
    program: program.replaceAll('<\\/script', '</script'),
  };
}

/** Makes a script of Redoc's program, which is a module: from a disk, a browser loads no modules. */
async function toScript(program: string): Promise<string> {
  const { code } = await transform(program.replace(remoteLogo, emptyImage), {
    format: 'iife',
    globalName: 'Redoc',
    minify: true,
    legalComments: 'inline',
    target: 'es2022',
    logLevel: 'error',
  });
  return code;
}

async function renderReference(site: Site, api: Api, document: Document): Promise<Parts> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-docs-'));
  try {
    const path = (name: string): string => join(folder, name);
    await Promise.all([
      writeFile(path('openapi.json'), JSON.stringify(await enrichDocument(api, document))),
      writeFile(path('options.json'), JSON.stringify(redocOptions)),
      writeFile(path('template.hbs'), templateOf(site, api, document)),
    ]);
    await redocly(
      'build-docs',
      path('openapi.json'),
      '--inlineBundle',
      `--openapi=${path('options.json')}`,
      `--template=${path('template.hbs')}`,
      `--output=${path('page.html')}`,
    );
    return separateProgram(await readFile(path('page.html'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Makes the reference of every API: their pages by their paths in the site, and the script that they share. */
export async function renderReferences(
  site: Site,
  documents: Readonly<Record<Api, Document>>,
): Promise<ReadonlyMap<string, string>> {
  const references = await Promise.all(
    apis.map(async (api) => ({ api, ...(await renderReference(site, api, documents[api])) })),
  );
  const [program, ...others] = new Set(references.map((reference) => reference.program));
  if (program === undefined || others.length > 0) throw new Error('the references do not share one program');
  return new Map([
    ...references.map(({ api, html }) => [`${api}.html`, html] as const),
    ['assets/redoc.js', await toScript(program)],
  ]);
}
