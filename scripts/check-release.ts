/**
 * Checks that a version can be published: `npm run check:release -- <tag>`. Prints one line per missing requirement and exits with 1.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** The fields of `package.json` that a release requires. */
interface Manifest {
  version?: string;
  private?: boolean;
  repository?: string | { url?: string };
  bugs?: unknown;
  homepage?: string;
}

/** Returns the missing requirements of a release. */
export function missingForRelease(manifest: Manifest, changelog: string, tag: string): string[] {
  const { version = '', repository } = manifest;
  const url = typeof repository === 'string' ? repository : repository?.url;
  const missing: string[] = [];
  if (manifest.private) missing.push('package.json: private must be false or omitted');
  if (!/^(git\+)?https:\/\/github\.com\/[^/]+\/[^/]+$/.test(url ?? '')) {
    missing.push(
      `package.json: repository must be the https URL of the GitHub repository, which provenance requires; received ${JSON.stringify(url)}`,
    );
  }
  if (manifest.bugs === undefined) missing.push('package.json: bugs must be the URL of the issue tracker');
  if (manifest.homepage === undefined) missing.push('package.json: homepage must be the URL of the documentation');
  if (tag !== `v${version}`) missing.push(`tag must be v${version}; received ${JSON.stringify(tag)}`);
  const heading = new RegExp(`^## \\[?${version.replaceAll('.', '\\.')}\\]? .*\\d{4}-\\d{2}-\\d{2}`, 'm');
  if (!heading.test(changelog)) missing.push(`CHANGELOG.md: a heading "## ${version} - <date>" is required`);
  return missing;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
  const missing = missingForRelease(manifest, await readFile('CHANGELOG.md', 'utf8'), process.argv[2] ?? '');
  for (const line of missing) console.error(line);
  if (missing.length > 0) process.exitCode = 1;
  else console.log(`ready to publish ${manifest.version ?? ''}`);
}
