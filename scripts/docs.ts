/**
 * Makes the documentation site.
 *
 * It is written to `dist/docs/`, or to the folder that `--out` names. With `--site-url`, links in Markdown files are absolute, and there are a `404.html` and a
 * `sitemap.xml`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSiteUrl, readContents, writeSite } from './docs/site.js';

const { values } = parseArgs({
  options: { out: { type: 'string', default: join('dist', 'docs') }, 'site-url': { type: 'string' } },
});
const { out } = values;
const url = parseSiteUrl(values['site-url']);
const contents = await readContents();
const { files, bytes } = await writeSite(out, contents, { url });
console.log(
  `${contents.pages.length} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB. Open ${join(out, 'index.html')} in a browser.`,
);
