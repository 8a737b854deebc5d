/** Finds the page that explains a name, and counts which pages mention it. */
import type { Api } from '../bundle.js';

/** A place in the site: a page without the ending of its file, and maybe an anchor. */
export type Target = string;

export interface Mention {
  kind: 'guide' | 'operation' | 'workflow';
  title: string;
  path: string;
}

export class Names {
  readonly #targets = new Map<string, Target>();
  readonly #mentions = new Map<Target, Mention[]>();

  /** Adds a name. The first target stays; names of operations are also added with their API. */
  add(name: string, target: Target, api?: Api): void {
    if (api !== undefined) this.#targets.set(`${api}/${name}`, target);
    if (!this.#targets.has(name)) this.#targets.set(name, target);
  }

  /** Finds the target of a name, preferably in one API. `build.startBuild` is found by its last part, `run.stop` as `BuildRun.stop`. */
  resolve(name: string, api?: Api): Target | undefined {
    const long = name.replace(/^(?:build|stage|iam)\.(?=\w+$)/, '').replace(/^run\.(?=\w+$)/, 'BuildRun.');
    return this.#targets.get(`${api ?? ''}/${name}`) ?? this.#targets.get(long);
  }

  /** Notes which names a page uses in code: `name`, `name(` and `'name'` in calls of `paginate`. */
  readMentions(markdown: string, page: Mention, api?: Api): void {
    const found = new Set(
      [...markdown.matchAll(/`([\w.]+)(?:\(\))?`|\b(\w+)\(|(?<=paginate\()'(\w+)'/g)].flatMap(
        ([, code, call, list]) => {
          const target = this.resolve((code ?? call ?? list)!, api)?.split('#')[0];
          return target === undefined || target === page.path ? [] : [target];
        },
      ),
    );
    for (const target of found) this.#mentions.set(target, [...(this.#mentions.get(target) ?? []), page]);
  }

  mentionsOf(target: Target): readonly Mention[] {
    return this.#mentions.get(target) ?? [];
  }
}
