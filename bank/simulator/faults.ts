import { z } from 'zod';
import type { TransferOrder } from '../bank.js';
import { reference, returnReason, type ReturnReason } from './messages.js';

const milliseconds = z.int().min(0).max(86_400_000);

const rule = z.strictObject({
  /** Only for this order; without it for every order. */
  reference: reference.optional(),
  /** How often it applies before it is spent; without it for ever. */
  times: z.int().positive().optional(),
});

/** What goes wrong on the line. On `submit`, `fail` means that nothing was accepted, `silent` that everything was. */
const onTheLine = rule.extend({ on: z.enum(['submit', 'ask']).default('submit') });

/** One thing that goes wrong. Of several that fit a request, the first that is not spent applies. */
const fault = z.discriminatedUnion('kind', [
  onTheLine.extend({ kind: z.literal('slow'), delayMs: milliseconds }),
  onTheLine.extend({ kind: z.literal('fail') }),
  onTheLine.extend({ kind: z.literal('silent') }),
  /** The money is credited later than it is accepted. */
  rule.extend({ kind: z.literal('creditLate'), delayMs: milliseconds }),
  /** The money is credited at once, and the bank says so later. */
  rule.extend({ kind: z.literal('reportLate'), delayMs: milliseconds }),
  /** The money comes back, at once or after `delayMs`. */
  rule.extend({ kind: z.literal('refuse'), reasonCode: returnReason, delayMs: milliseconds.default(0) }),
]);
export type Fault = z.infer<typeof fault>;

export const faultScript = z.strictObject({ faults: z.array(fault).max(1000) });

/**
 * What always happens to an account, by its last four digits, for the demonstration and rehearsals. It happens to an
 * order the bank does not have yet; told again of an order it has, the bank answers with its state.
 *
 * | account ends in | what happens                                                         |
 * | --------------- | -------------------------------------------------------------------- |
 * | 0000            | returned: the account is closed                                      |
 * | 0001            | returned: the name is not the account holder's                       |
 * | 0002            | accepted, and returned after 5 s: the account is closed              |
 * | 0003            | accepted and credited, but no answer: the line times out             |
 * | 0004            | credited at once, reported after 5 s                                 |
 * | 0005            | accepted at once, credited after 5 s                                 |
 * | 0006            | the answer takes 3 s                                                 |
 */
const BY_ACCOUNT = {
  '0000': { kind: 'refuse', reasonCode: 'ACCOUNT_CLOSED', delayMs: 0 },
  '0001': { kind: 'refuse', reasonCode: 'NAME_MISMATCH', delayMs: 0 },
  '0002': { kind: 'refuse', reasonCode: 'ACCOUNT_CLOSED', delayMs: 5_000 },
  '0003': { kind: 'silent', on: 'submit' },
  '0004': { kind: 'reportLate', delayMs: 5_000 },
  '0005': { kind: 'creditLate', delayMs: 5_000 },
  '0006': { kind: 'slow', on: 'submit', delayMs: 3_000 },
} as const satisfies Record<string, Fault>;

/** The script of faults the bank was told, and the accounts that always misbehave. Not kept over a restart. */
export class Faults {
  #script: { fault: Fault; left: number }[] = [];

  tell(faults: readonly Fault[]): void {
    this.#script.push(...faults.map((told) => ({ fault: told, left: told.times ?? Infinity })));
  }

  forget(): void {
    this.#script = [];
  }

  /** What goes wrong with this submission, if anything. `known`: the bank has the order already. */
  atSubmit(order: TransferOrder, known: boolean): Fault | undefined {
    const builtIn: Record<string, Fault> = known ? {} : BY_ACCOUNT;
    return this.#next('submit', order.reference) ?? builtIn[order.payeeAccount.slice(-4)];
  }

  atAsk(asked: string): Fault | undefined {
    return this.#next('ask', asked);
  }

  #next(on: 'submit' | 'ask', asked: string): Fault | undefined {
    const applies = this.#script.find(({ fault: told, left }) => {
      const when = 'on' in told ? told.on : 'submit';
      return left > 0 && when === on && (told.reference ?? asked) === asked;
    });
    if (applies) applies.left -= 1;
    return applies?.fault;
  }
}

/** What becomes of an order once accepted. */
export interface Fate {
  readonly settlesAfterMs: number;
  readonly reportsAfterMs: number;
  readonly returns?: ReturnReason;
}

/** How a fault changes what becomes of an order; faults of the line do not. */
export function fateUnder(told: Fault | undefined): Fate {
  const fate = { settlesAfterMs: 0, reportsAfterMs: 0 };
  if (told?.kind === 'creditLate') return { ...fate, settlesAfterMs: told.delayMs };
  if (told?.kind === 'reportLate') return { ...fate, reportsAfterMs: told.delayMs };
  if (told?.kind === 'refuse') return { ...fate, settlesAfterMs: told.delayMs, returns: told.reasonCode };
  return fate;
}
