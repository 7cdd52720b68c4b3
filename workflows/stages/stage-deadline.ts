import type { Stage } from '../../domain/rules/stages.js';
import type { Term } from '../../domain/rules/terms.js';
import type { Act } from '../../domain/schemas/act.js';
import type { ProjectCase } from '../project-case.js';

/**
 * The time a household has to declare that something is done: extended once on request, and never over before it can
 * put right what an inspection found.
 */
export class StageDeadline {
  readonly stage: Stage;
  readonly #file: ProjectCase;
  #term: Term;
  #from: number;
  #extended = false;
  #endsAt: number | undefined;

  constructor(file: ProjectCase, stage: Stage, term: Term) {
    this.#file = file;
    this.stage = stage;
    this.#term = term;
    this.#from = file.now();
  }

  /** The declaration, or undefined when time is over. */
  async reached(): Promise<Act | undefined> {
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
    const act = await this.#file.actWithin(this.stage, this.#term, {
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

/** The time to carry a project out. */
export const projectDeadline = (file: ProjectCase): StageDeadline =>
  new StageDeadline(file, 'projectWork', file.dossier.terms.projectWork);
