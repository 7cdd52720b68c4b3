import { acceptedFen } from '../../domain/rules/amounts.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { refusalBy } from './refusal.js';

const NOT_COMPLETED: Refusal = { kind: 'notCompleted', stage: 'projectWork' };

/** 验收: the household declares it done; two inspectors accept a quantity, and the amount is computed anew from it. */
export async function acceptance(file: ProjectCase): Promise<Refusal | undefined> {
  const deadline = new ProjectDeadline(file);
  for (;;) {
    const declared = await deadline.completion();
    if (!declared) return NOT_COMPLETED;
    if (declared.verdict !== 'declareCompletion') return refusalBy(declared);

    const inspection = await file.actAt('acceptanceInspection', { guard: file.mustPay });
    if (inspection.verdict === 'pass') {
      const quantity = inspection.quantity!;
      file.setQuantity(quantity, acceptedFen(file.dossier.standard, quantity, file.amountFen));
      return undefined;
    }
    if (inspection.verdict !== 'rectify') return refusalBy(inspection);
  }
}

/** The time a household has to carry its project out: extended once on request, and not by rectification. */
class ProjectDeadline {
  readonly #file: ProjectCase;
  readonly #from = Date.now();
  #extendedFrom: number | undefined;

  constructor(file: ProjectCase) {
    this.#file = file;
  }

  /** The declaration of completion, or undefined when time is over. */
  async completion(): Promise<Act | undefined> {
    for (;;) {
      const act = await this.#withinTerm();
      if (act?.verdict !== 'requestExtension') return act;
      // A term ends at 24:00: what extends it counts from its last day, not from the one after.
      this.#extendedFrom = (this.#file.dueAt ?? Date.now()) - 1;
    }
  }

  #withinTerm(): Promise<Act | undefined> {
    const { terms } = this.#file.dossier;
    const extended = this.#extendedFrom !== undefined;
    return this.#file.actWithin('projectWork', extended ? terms.projectExtension : terms.projectWork, {
      from: this.#extendedFrom ?? this.#from,
      guard: ({ verdict }) => (extended && verdict === 'requestExtension' ? 'EXTENSION_USED' : undefined),
    });
  }
}
