import { allHandlersFinished, ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { ErrorCode } from '../domain/errors.js';
import { incompleteness } from '../domain/rules/act-completeness.js';
import type { BundleStage } from '../domain/rules/bundle-states.js';
import { decisionsOf, mayAct, type PastDecision } from '../domain/rules/separation-of-duty.js';
import type { Act } from '../domain/schemas/act.js';
import type { BundleCommission } from '../domain/schemas/bundle-commission.js';
import * as messages from './messages.js';
import { recordBundleAct } from './world.js';

const reject = (code: ErrorCode) => ApplicationFailure.nonRetryable(code, code);

/**
 * A running bundle: whom it awaits, who decided in it. Its handler is live before the workflow first waits; an act is
 * answered when it is written with all that follows from it.
 */
export class BundleFile {
  readonly #commission: BundleCommission;
  #decisions: readonly PastDecision[];
  #stage: BundleStage | undefined;
  #act: Act | undefined;

  constructor(commission: BundleCommission) {
    this.#commission = commission;
    this.#decisions = commission.decisions;
    setHandler(messages.act, (act) => this.#take(act), { validator: (act) => this.#validate(act) });
  }

  /** Waits for the decision at a stage, and writes it. */
  async decision(stage: BundleStage): Promise<Act> {
    this.#stage = stage;
    await condition(() => this.#act !== undefined);
    const act = this.#act!;
    await recordBundleAct(this.#commission.bundleNo, act);
    this.#decisions = [...this.#decisions, ...decisionsOf(act)];
    this.#stage = undefined;
    this.#act = undefined;
    // Whoever acted is told before the workflow goes on, or ends.
    await condition(allHandlersFinished);
    return act;
  }

  async #take(act: Act): Promise<void> {
    this.#act = act;
    await condition(() => this.#act !== act);
  }

  #validate(act: Act): void {
    const code = incompleteness(act) ?? mayAct(this.#view(act.subject), act);
    if (code) throw reject(code);
  }

  /** What a decision is about is a list of its own, which the act names. */
  #view(subject: string | undefined) {
    const { areaCode, recused } = this.#commission;
    return {
      ...{ stage: this.#stage ?? ('submitted' as const), awaiting: this.#stage !== undefined && !this.#act },
      ...(subject !== undefined && { subject }),
      ...{ householdId: '', areaCode, recused, decisions: this.#decisions },
    };
  }
}
