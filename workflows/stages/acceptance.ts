import { acceptedFen } from '../../domain/rules/amounts.js';
import type { Term } from '../../domain/rules/terms.js';
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

    const inspection = await file.actAt('acceptanceInspection', { guard: file.mustFit });
    if (inspection.verdict === 'pass') {
      const quantity = inspection.quantity!;
      file.setQuantity(quantity, acceptedFen(file.dossier.standard, quantity, file.amountFen));
      return undefined;
    }
    if (inspection.verdict !== 'rectify') return refusalBy(inspection);
    deadline.rectify();
  }
}

/** The time a household has to carry its project out: extended once on request, and never over before it can put right. */
class ProjectDeadline {
  readonly #file: ProjectCase;
  #term: Term;
  #from: number;
  #extended = false;
  #endsAt: number | undefined;

  constructor(file: ProjectCase) {
    this.#file = file;
    this.#term = file.dossier.terms.projectWork;
    this.#from = file.now();
  }

  /** The declaration of completion, or undefined when time is over. */
  async completion(): Promise<Act | undefined> {
    for (;;) {
      const act = await this.#withinTerm();
      if (act?.verdict !== 'requestExtension') return act;
      this.#extended = true;
      // A term ends at 24:00: what extends it counts from its last day, not from the one after.
      this.#count(this.#file.dossier.terms.projectExtension, (this.#endsAt ?? this.#file.now()) - 1);
    }
  }

  /** 整改: whoever declared in time and has to put something right gets the time of a correction, if no more is left. */
  rectify(): void {
    const now = this.#file.now();
    if (now >= (this.#endsAt ?? Infinity)) this.#count(this.#file.dossier.terms.correction, now);
  }

  async #withinTerm(): Promise<Act | undefined> {
    const act = await this.#file.actWithin('projectWork', this.#term, {
      from: this.#from,
      guard: ({ verdict }) => (this.#extended && verdict === 'requestExtension' ? 'EXTENSION_USED' : undefined),
    });
    this.#endsAt = this.#file.dueAt;
    return act;
  }

  #count(term: Term, from: number): void {
    this.#term = term;
    this.#from = from;
  }
}
