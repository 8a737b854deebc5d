/** Makes the reference of an API with Redoc: a page that works from a disk and asks nothing of a network. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { redocly, type Api, type Document } from '../bundle.js';
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

/** What a reference consists of. The script is the same for all of them. */
export interface Reference {
  html: string;
  script: string;
}

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

/**
 * Takes Redoc's program out of a page. What is left calls it.
 *
 * The program is a module in the page; beside the page it has to be a script, since a browser loads no modules from a disk.
 */
async function separateScript(page: string): Promise<Reference> {
  const [before, rest] = cutAt(page, '<script type="module">');
  const [program, after] = cutAt(rest, 'const __redoc_definition');
  // Redoc renders for a server that has a page for each address; here all addresses are parts of one page.
  const prerendered = before.replace(/<a ([^>]*)href="\/(?!\/)/g, '<a $1href="#/');
  const { code } = await transform(program.replaceAll('<\\/script', '</script').replace(remoteLogo, emptyImage), {
    format: 'iife',
    globalName: 'Redoc',
    minify: true,
    legalComments: 'inline',
    target: 'es2022',
    logLevel: 'error',
  });
  const call = after.replace('hydrate(__redoc', 'Redoc.hydrate(__redoc');
  return {
    html: `${prerendered}<script src="assets/redoc.js"></script>\n<script>const __redoc_definition${call}`,
    script: code,
  };
}

/** Makes the reference of one API. */
export async function renderReference(site: Site, api: Api, document: Document): Promise<Reference> {
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
    return await separateScript(await readFile(path('page.html'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
