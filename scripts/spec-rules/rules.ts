import {
  checkDefaultExample,
  checkExampleIds,
  checkExamples,
  checkParameterExamples,
  checkSecrets,
} from './example-rules.js';
import { checkEvidence, checkHelper, checkIdempotence, checkPagination } from './extension-rules.js';
import {
  checkDeprecation,
  checkDifferences,
  checkNames,
  checkOperationList,
  checkPathParameters,
  checkRateLimit,
} from './fact-rules.js';
import {
  checkExtensionFields,
  checkFileName,
  checkFolder,
  checkKeyOrder,
  checkOneTag,
  checkOrphans,
} from './layout-rules.js';
import { checkRequired } from './required-rules.js';
import { checkSharedErrors, checkStatuses } from './response-rules.js';
import { checkDocument, checkEnumRanges, checkTypeLists, checkVersion } from './schema-rules.js';
import type { Rule, Spec } from './spec.js';
import {
  checkDescription,
  checkDocumentationLink,
  checkDrafts,
  checkFieldDescriptions,
  checkOperationNames,
  checkSuccessor,
  checkSummary,
} from './text-rules.js';
import type { Place, Problem } from './source-tree.js';
import { checkIds, checkTimes } from './value-rules.js';

/** The project's rules by name, in the order of the checks. */
export const rules: Readonly<Record<string, Rule>> = {
  'file-name': checkFileName,
  folder: checkFolder,
  'one-tag': checkOneTag,
  orphan: checkOrphans,
  'key-order': checkKeyOrder,
  'extension-field': checkExtensionFields,
  'operation-list': checkOperationList,
  deprecation: checkDeprecation,
  'rate-limit': checkRateLimit,
  'path-parameter': checkPathParameters,
  'fact-name': checkNames,
  difference: checkDifferences,
  required: checkRequired,
  status: checkStatuses,
  'shared-error': checkSharedErrors,
  evidence: checkEvidence,
  idempotence: checkIdempotence,
  helper: checkHelper,
  pagination: checkPagination,
  'default-example': checkDefaultExample,
  'parameter-example': checkParameterExamples,
  example: checkExamples,
  'example-id': checkExampleIds,
  secret: checkSecrets,
  draft: checkDrafts,
  summary: checkSummary,
  description: checkDescription,
  'field-description': checkFieldDescriptions,
  successor: checkSuccessor,
  'documentation-link': checkDocumentationLink,
  'operation-name': checkOperationNames,
  id: checkIds,
  time: checkTimes,
  'type-list': checkTypeLists,
  'enum-range': checkEnumRanges,
  document: checkDocument,
  version: checkVersion,
};

/** A problem and the rule that reports it. */
export interface Finding extends Problem {
  rule: string;
}

/** Returns the findings of all rules, or of the named ones, by file and line. If YAML is invalid, returns only those problems. */
export function checkRules(spec: Spec, names: readonly string[] = Object.keys(rules)): Finding[] {
  if (spec.tree.problems.length > 0) return spec.tree.problems.map((problem) => ({ ...problem, rule: 'yaml' }));
  const findings = names.flatMap((rule) => [...rules[rule]!(spec)].map((problem) => ({ ...problem, rule })));
  return findings.sort((a, b) => comparePlaces(a.at, b.at));
}

const comparePlaces = (a: Place, b: Place): number => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);

/** `file:line: rule: reason` */
export const formatFinding = ({ at, rule, reason }: Finding): string =>
  `${at.file}:${String(at.line)}: ${rule}: ${reason}`;
