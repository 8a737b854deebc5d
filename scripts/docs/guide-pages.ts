/** Makes the pages of the guides, which are Markdown files with a title and a description at the top. */
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { parse } from 'yaml';
import { slugOf } from './markdown.js';
import type { NavLink, Page, Section } from './page.js';
import { guideEntries } from './search-entries.js';

const guidesFolder = join('scripts', 'docs', 'guides');

/** The guides in the order in which a reader needs them. */
const order: Readonly<Record<string, readonly string[]>> = {
  Start: ['get-started', 'authentication'],
  Use: ['builds', 'pagination', 'files', 'errors-and-retries', 'command-line'],
  'Test and run': ['sandbox', 'observability', 'runtimes', 'queue'],
  More: ['migrate', 'openapi', 'benchmarks', 'contribute', 'descriptions'],
};

/** Guides that are files of the repository as well. They have no front matter. */
const repositoryGuides: Readonly<Record<string, { file: string; title: string; description: string }>> = {
  contribute: {
    file: 'CONTRIBUTING.md',
    title: 'Contribute',
    description: 'Set up a clone, find the place of a change, test it and release it.',
  },
  descriptions: {
    file: 'openapi/README.md',
    title: 'Maintain the OpenAPI descriptions',
    description: 'Add or correct an operation, and the rules of the descriptions.',
  },
};

/** Whether a guide is for contributors. */
export const isRepositoryGuide = (file: string): boolean =>
  Object.values(repositoryGuides).some((guide) => guide.file === file);

const guideFile = (slug: string): string => repositoryGuides[slug]?.file ?? `scripts/docs/guides/${slug}.md`;

/** Turns links between files of the repository into links between guides. Others become text. */
export function linkGuides(file: string, markdown: string, slugs: readonly string[]): string {
  return markdown.replace(/\[([^\]]+)\]\(([^):#]+)(#[\w-]+)?\)/g, (_, text: string, target: string, anchor = '') => {
    const slug = slugs.find((name) => guideFile(name) === posix.join(posix.dirname(file), target));
    return slug === undefined ? text : `[${text}](${slug}.md${anchor})`;
  });
}

interface Guide {
  slug: string;
  /** Path in the repository. */
  file: string;
  title: string;
  description: string;
  markdown: string;
}

/** Splits a file into its front matter (`title`, `description`) and its text. @throws Error if a field is missing */
export function parseGuide(file: string, text: string): { title: string; description: string; markdown: string } {
  const [, matter = '', rest = ''] = /^---\n(.*?)\n---\n+(.*)$/s.exec(text) ?? [];
  const { title, description } = (parse(matter) ?? {}) as { title?: string; description?: string };
  if (!title || !description) throw new Error(`${file}: front matter needs title and description`);
  return { title, description, markdown: rest.trim() };
}

async function readGuide(root: string, slug: string, slugs: readonly string[]): Promise<Guide> {
  const file = guideFile(slug);
  const text = await readFile(join(root, file), 'utf8');
  const own = repositoryGuides[slug];
  const { title, description, markdown } = own
    ? { ...own, markdown: linkGuides(file, text.replace(/^# .*\n+/, ''), slugs) }
    : parseGuide(file, text);
  return { slug, file, title, description, markdown: `# ${title}\n\n${markdown}` };
}

/** Reads all guides and makes their pages and the list of them. @throws Error if a guide has no place in the order */
export async function makeGuidePages(root = '.'): Promise<Page[]> {
  const files = (await readdir(join(root, guidesFolder)))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3));
  const slugs = [...files, ...Object.keys(repositoryGuides)];
  const lost = slugs.find((name) => !Object.values(order).some((group) => group.includes(name)));
  if (lost !== undefined) throw new Error(`${lost}.md has no place in the order of guides in guide-pages.ts`);
  const guides = await Promise.all(
    Object.entries(order).map(async ([group, names]) => ({
      group,
      guides: await Promise.all(
        names.filter((name) => slugs.includes(name)).map((name) => readGuide(root, name, slugs)),
      ),
    })),
  );
  const top: NavLink = { title: 'Guides', path: 'guides/index' };
  const groups = guides.map(({ group, guides: found }) => ({
    title: group,
    links: found.map(({ slug, title }) => ({ title, path: `guides/${slug}` })),
  }));
  const section: Section = { ...top, groups };
  const index = guides.map(
    ({ group, guides: found }) =>
      `## ${group}\n\n<!-- cards -->\n\n${found.map(({ slug, title, description }) => `- [${title}](${slug}.md)\n\n  ${description}`).join('\n\n')}\n\n<!-- /cards -->`,
  );
  return [
    {
      ...top,
      description: 'Tasks step by step, with tested code.',
      kind: 'index',
      markdown: `# Guides\n\nTasks step by step. The tests of the project check the types of all TypeScript code here, and run most of it.\n\n${index.join('\n\n')}`,
      section,
      breadcrumb: [],
      entries: [],
    },
    ...guides.flatMap(({ group, guides: found }) =>
      found.map(({ slug, file, title, description, markdown }): Page => ({
        path: `guides/${slug}`,
        title,
        description,
        kind: 'guide',
        markdown,
        section,
        breadcrumb: [top, { title: group, path: `guides/index#${slugOf(group)}` }],
        source: file,
        entries: guideEntries(`guides/${slug}`, title, description, markdown).map((entry) =>
          isRepositoryGuide(file) ? { ...entry, text: '', weight: 0.4 } : entry,
        ),
      })),
    ),
  ];
}
