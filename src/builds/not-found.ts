/** The error of names that cannot be found. */
import { CodeArtsError } from '../errors/codearts-error.js';

/** A CodeArts project. */
export interface ProjectReference {
  id: string;
  name: string;
}

/** A build task. */
export interface TaskReference extends ProjectReference {
  /** ID of the CodeArts project; empty if the API version does not report it. */
  projectId: string;
  /** ID of the build project, which lists of records require. */
  buildProjectId?: string | undefined;
}

/** A task among several of the same name. */
export interface TaskMatch extends TaskReference {
  projectName?: string | undefined;
}

/** A project, task or build, or a file of a build, does not exist, or its name is ambiguous. No build was started. */
export class TaskNotFoundError extends CodeArtsError {
  override readonly name = 'TaskNotFoundError';
  readonly code: 'NOT_FOUND' | 'AMBIGUOUS';
  /** Kind of the object that was not found or is ambiguous. */
  readonly what: 'project' | 'task' | 'build' | 'step' | 'report';
  /** The name or ID that was looked for. */
  readonly query: string;
  /** Similar names, the most similar first, up to 5. */
  readonly near: readonly string[];
  /** The matches of an ambiguous name: tasks, or projects with their own ID as `projectId`. */
  readonly matches: readonly TaskMatch[];

  constructor(details: {
    what: TaskNotFoundError['what'];
    query: string;
    /** Words of the message for what was looked for: `running build`. Defaults to `what` and `query`. */
    noun?: string;
    /** Scope of the search: `project demo`. */
    where?: string | undefined;
    near?: readonly string[];
    matches?: readonly TaskMatch[];
  }) {
    const { what, query, noun = `${what} ${JSON.stringify(query)}`, where, near = [], matches = [] } = details;
    const subject = where ? `${where} has` : 'there is';
    const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : '';
    const places = matches.map(({ id, projectName }) => (projectName ? `${id} in ${projectName}` : id)).join(', ');
    super(
      matches.length > 0
        ? `${matches.length} ${what}s are named ${JSON.stringify(query)}: ${places}; ${what === 'task' ? 'set project or use' : 'use'} an ID`
        : `${subject} no ${noun}${hint}`,
    );
    this.code = matches.length > 0 ? 'AMBIGUOUS' : 'NOT_FOUND';
    this.what = what;
    this.query = query;
    this.near = near;
    this.matches = matches;
  }
}
