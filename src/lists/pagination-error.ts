import { CodeArtsError } from '../errors.js';

/** A list does not come to an end, or contradicts itself. What was yielded before stands. */
export class PaginationError extends CodeArtsError {
  override readonly name = 'PaginationError';
  readonly code = 'PAGINATION';
  readonly operation: string;
  /** Number of the page at which the walk ended. */
  readonly page: number;
  /** How many items had been received. */
  readonly received: number;
  /** How many there are according to the service. */
  readonly total: number | undefined;

  constructor(facts: { operation: string; page: number; received: number; total: number | undefined }, what: string) {
    super(`${facts.operation}: ${what}`);
    this.operation = facts.operation;
    this.page = facts.page;
    this.received = facts.received;
    this.total = facts.total;
  }
}
