/** The example requests of the documents. */
import { API_NAMES, follow, loadDocument, type ApiName, type MediaObject, type ParameterObject } from './documents.js';

/** An example request: one of the bodies of an operation with the examples of its parameters. */
export interface DocumentedRequest {
  api: ApiName;
  tag: string;
  path: string;
  /** Values of a parameter or a field at any depth, by name. The items of a list that is the body itself have the name `body`. */
  values: (name: string) => string[];
  /** The first value of a name. */
  value: (name: string) => string | undefined;
}

/** Collects the strings and numbers of a value by the name of their field. */
function collect(name: string, value: unknown, into: Map<string, string[]>): void {
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) collect(name, item, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collect(key, item, into);
  } else if (typeof value === 'string' || typeof value === 'number') {
    into.set(name, [...(into.get(name) ?? []), String(value)]);
  }
}

/** Returns every example request, in the order of the documents. */
export function listDocumentedRequests(): DocumentedRequest[] {
  return API_NAMES.flatMap((api) => {
    const document = loadDocument(api);
    return Object.entries(document.paths).flatMap(([path, item]) =>
      Object.values(item).flatMap(({ tags: [tag = ''], parameters = [], requestBody }) => {
        const shared = parameters.map((parameter) => follow<ParameterObject>(document, parameter, '').value);
        const [media = {}]: MediaObject[] = Object.values(requestBody?.content ?? {});
        const bodies = Object.values(media.examples ?? {}).map(({ value }) => value);
        return (bodies.length > 0 ? bodies : [undefined]).map((body): DocumentedRequest => {
          const found = new Map<string, string[]>();
          for (const { name, example } of shared) collect(name, example, found);
          collect('body', body, found);
          return { api, tag, path, values: (name) => found.get(name) ?? [], value: (name) => found.get(name)?.[0] };
        });
      }),
    );
  });
}
