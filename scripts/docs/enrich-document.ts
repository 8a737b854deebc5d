/** Adds to a document what the reference shows beyond the description: code samples, evidence marks, and links between operations. */
import { operationsOf, type Api, type Document, type Operation } from '../bundle.js';
import { codeSamplesOf, type CodeSample } from '../code-samples.js';

/** What the marks of `x-evidence` say to a reader. */
export const evidence: Readonly<Record<string, { badge: string; color: string; meaning: string }>> = {
  documented: { badge: 'documented', color: 'green', meaning: 'A help page of the vendor describes it.' },
  'api-explorer': { badge: 'API Explorer', color: 'blue', meaning: "The vendor's API Explorer defines it." },
  sdk: { badge: 'SDK', color: 'purple', meaning: "Only the vendor's SDKs have it." },
  'third-party': { badge: 'third party', color: 'orange', meaning: "Only clients that are not the vendor's have it." },
};

type EnrichedOperation = Operation & {
  'x-codeSamples': CodeSample[];
  'x-badges': { name: string; color: string }[];
};

/** A name as Redoc writes it in an address. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Where the reference shows an operation: the part of the address after the page. */
export const anchorOf = ({ tags, operationId }: Operation): string =>
  `#/${slugOf(tags[0]!)}/${operationId.toLowerCase()}`;

/** Every operation of a document, by its name. */
const indexOperations = (document: Document): Map<string, Operation> =>
  new Map([...operationsOf(document)].map(({ operation }) => [operation.operationId, operation]));

/** Makes links of the operations that a text names. What it describes itself is not linked. */
function linkOperations(text: string, operations: ReadonlyMap<string, Operation>, self?: string): string {
  return text.replace(/(?<!\[)`(\w+)`/g, (code, name: string) => {
    const operation = operations.get(name);
    return operation && name !== self ? `[${code}](${anchorOf(operation)})` : code;
  });
}

/** Fields whose values are data: a `description` in there is not a text of ours. */
const dataFields = new Set(['example', 'examples', 'default', 'enum', 'const', 'x-extensible-enum']);

/** Links the operations in every description below a node. */
function linkDescriptions(node: unknown, operations: ReadonlyMap<string, Operation>, self?: string): void {
  if (typeof node !== 'object' || node === null) return;
  const fields = node as Record<string, unknown>;
  const name = typeof fields['operationId'] === 'string' ? fields['operationId'] : self;
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'description' && typeof value === 'string') fields[key] = linkOperations(value, operations, name);
    else if (!dataFields.has(key)) linkDescriptions(value, operations, name);
  }
}

/** A short name for a page of the vendor's. */
function pageName(url: URL): string {
  const file = url.pathname.split('/').pop()!;
  return file === '' ? 'API Explorer' : file.replace(/\.html$/, '');
}

/** What the fields of our own say, and where the vendor describes it: paragraphs below the description. */
function factsOf(operation: Operation): string {
  const { externalDocs, 'x-evidence': found, 'x-idempotent': idempotent, 'x-pagination': pagination } = operation;
  const { 'x-ratelimit-policy': policy } = operation;
  const page = new URL(externalDocs.url);
  const facts = [`**Evidence: ${evidence[found.source]!.badge}.** ${found.note?.trim() ?? ''}`];
  if (idempotent) {
    const answer = idempotent.value ? 'yes' : 'only where it cannot have run';
    facts.push(`**Sent again after a failure: ${answer}.** ${idempotent.reason?.trim() ?? ''}`);
  }
  if (pagination) facts.push(`**Pages: ${pagination.maxSize} items at most.** \`paginate\` walks them all.`);
  if (policy) facts.push(`**Throttled by the gateway's policy** \`${policy}\`.`);
  facts.push(`**Vendor's page:** [${pageName(page)}](${page.href})`);
  return facts.map((fact) => fact.trim()).join('\n\n');
}

/**
 * Copies a document, with samples, marks and links in the copy.
 *
 * @throws Error where an operation has a kind of evidence that is not known here, or no example to make a sample of.
 */
export async function enrichDocument(api: Api, original: Document): Promise<Document> {
  const document = structuredClone(original);
  const operations = indexOperations(document);
  linkDescriptions(document, operations);
  await Promise.all(
    [...operationsOf(document)].map(async ({ path, method, operation }) => {
      const mark = evidence[operation['x-evidence'].source];
      if (!mark) {
        throw new Error(`${operation.operationId}: ${operation['x-evidence'].source} is not a known kind of evidence`);
      }
      const enriched = operation as EnrichedOperation;
      enriched['x-codeSamples'] = await codeSamplesOf({ api, document, path, method, operation });
      enriched['x-badges'] = [{ name: mark.badge, color: mark.color }];
      // The vendor titles its pages like this, too, and the search finds the operation by its name.
      enriched.summary = `${operation.summary} (${operation.operationId})`;
      enriched.description = `${operation.description.trim()}\n\n${factsOf(operation)}`;
    }),
  );
  return document;
}
