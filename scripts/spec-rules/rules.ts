import { checkDefaultExample, checkExamples, checkSecrets } from './example-rules.js';
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
  checkFileName,
  checkFolder,
  checkKeyOrder,
  checkOneTag,
  checkOrphans,
  checkOwnFields,
} from './layout-rules.js';
import { checkSharedErrors, checkStatuses } from './response-rules.js';
import type { Rule, Spec } from './spec.js';
import {
  checkDescription,
  checkFieldDescriptions,
  checkOperationNames,
  checkSuccessor,
  checkSummary,
} from './text-rules.js';
import type { Place, Problem } from './source-tree.js';
import { checkIds, checkTimes } from './value-rules.js';

/** The house rules by name, in the order in which they are checked. */
export const rules: Readonly<Record<string, Rule>> = {
  'file-name': checkFileName,
  folder: checkFolder,
  'one-tag': checkOneTag,
  orphan: checkOrphans,
  'key-order': checkKeyOrder,
  'own-field': checkOwnFields,
  'operation-list': checkOperationList,
  deprecation: checkDeprecation,
  'rate-limit': checkRateLimit,
  'path-parameter': checkPathParameters,
  'vendor-name': checkNames,
  difference: checkDifferences,
  status: checkStatuses,
  'shared-error': checkSharedErrors,
  evidence: checkEvidence,
  idempotence: checkIdempotence,
  helper: checkHelper,
  pagination: checkPagination,
  'default-example': checkDefaultExample,
  example: checkExamples,
  secret: checkSecrets,
  summary: checkSummary,
  description: checkDescription,
  'field-description': checkFieldDescriptions,
  successor: checkSuccessor,
  'operation-name': checkOperationNames,
  id: checkIds,
  time: checkTimes,
};

/** A problem with the rule that it breaks. */
export interface Finding extends Problem {
  rule: string;
}

/** Everything that breaks the rules, or those that are named, by file and line. Where YAML cannot be read, only that. */
export function checkRules(spec: Spec, names: readonly string[] = Object.keys(rules)): Finding[] {
  if (spec.tree.problems.length > 0) return spec.tree.problems.map((problem) => ({ ...problem, rule: 'yaml' }));
  const findings = names.flatMap((rule) => [...rules[rule]!(spec)].map((problem) => ({ ...problem, rule })));
  return findings.sort((a, b) => comparePlaces(a.at, b.at));
}

const comparePlaces = (a: Place, b: Place): number => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);

/** `file:line: rule: reason` */
export const formatFinding = ({ at, rule, reason }: Finding): string =>
  `${at.file}:${String(at.line)}: ${rule}: ${reason}`;
