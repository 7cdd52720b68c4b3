import { allHandlersFinished, ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { ErrorCode } from '../domain/errors.js';
import { incompleteness } from '../domain/rules/act-completeness.js';
import { BUNDLE_STAGES, type BundleStage, isPast } from '../domain/rules/bundle-states.js';
import { decisionsOf, mayAct, type PastDecision } from '../domain/rules/separation-of-duty.js';
import type { Act } from '../domain/schemas/act.js';
import type { BundleCommission } from '../domain/schemas/bundle-commission.js';
import * as messages from './messages.js';
import { recordBundleAct } from './world.js';

/** 一户一件: its cases are open by then; single households are struck out, and corrected in their cases. */
const unreturnable = ({ stage, verdict }: Act): ErrorCode | undefined =>
  stage === 'initialCheck' && verdict === 'return' ? 'VERDICT_NOT_POSSIBLE' : undefined;

const reject = (code: ErrorCode) => ApplicationFailure.nonRetryable(code, code);

/**
 * A running bundle: whom it awaits next, who decided in it.
 *
 * 1. Its handler is live before the workflow first waits, and knows by then which decision comes next: its row may have
 *    told it to whoever decides before the workflow has heard of it.
 * 2. An act is answered when it is written with all that follows from it.
 */
export class BundleFile {
  readonly #commission: BundleCommission;
  #decisions: readonly PastDecision[];
  #left: readonly BundleStage[];
  readonly #taken: Act[] = [];
  readonly #written = new Set<Act>();

  constructor(commission: BundleCommission) {
    this.#commission = commission;
    this.#decisions = commission.decisions;
    this.#left = BUNDLE_STAGES.filter((stage) => !isPast(stage, commission.state));
    setHandler(messages.act, (act) => this.#take(act), { validator: (act) => this.#validate(act) });
  }

  /** Waits for the next decision, and writes it. */
  async decision(): Promise<Act> {
    await condition(() => this.#taken.length > 0);
    const act = this.#taken.shift()!;
    await recordBundleAct(this.#commission.bundleNo, act);
    this.#written.add(act);
    return act;
  }

  /** Ends it, once whoever acted was told. */
  async end<End>(how: End): Promise<End> {
    await this.answered();
    return how;
  }

  /** Until whoever acted was told. */
  async answered(): Promise<void> {
    await condition(allHandlersFinished);
  }

  async #take(act: Act): Promise<void> {
    this.#left = act.verdict === 'return' ? [] : this.#left.slice(1);
    this.#decisions = [...this.#decisions, ...decisionsOf(act)];
    this.#taken.push(act);
    await condition(() => this.#written.has(act));
  }

  #validate(act: Act): void {
    const code = incompleteness(act) ?? mayAct(this.#view(act.subject), act) ?? unreturnable(act);
    if (code) throw reject(code);
  }

  /** What a decision is about is a list of its own, which the act names. */
  #view(subject: string | undefined) {
    const { areaCode, recused } = this.#commission;
    const [stage] = this.#left;
    return {
      ...{ stage: stage ?? ('submitted' as const), awaiting: stage !== undefined },
      ...(subject !== undefined && { subject }),
      ...{ householdId: '', areaCode, recused, decisions: this.#decisions },
    };
  }
}
