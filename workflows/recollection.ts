import { ApplicationFailure } from '@temporalio/workflow';
import type { RecordedWay } from '../domain/schemas/application.js';
import type { Transition } from '../domain/schemas/transition.js';

type Kind = Transition['kind'];
type Of<K extends Kind> = Extract<Transition, { kind: K }>;

/** What comes to a case from outside; its other steps follow from these. */
const FROM_OUTSIDE: readonly Kind[] = [
  'acted',
  'publicationOpened',
  'objected',
  'papersReceived',
  'changeReported',
  'deadlineMoved',
];
/** When a step was taken is not what it says: the record has the time. */
const TIMES = ['seq', 'at', 'from'];

export const comesFromOutside = (kind: Kind): boolean => FROM_OUTSIDE.includes(kind);

/**
 * The recorded way of a case whose workflow is begun anew, since the engine knows less of it than the records. The case
 * goes it again before anything new happens: what came from outside is heard in its order, what it asked of the world
 * is answered as it was, and what it did itself has to come out the same.
 */
export class Recollection {
  readonly #way: RecordedWay | undefined;
  #gone = 0;

  constructor(way: RecordedWay | undefined) {
    this.#way = way;
  }

  get isOver(): boolean {
    return this.next === undefined;
  }

  get next(): Transition | undefined {
    return this.#way?.steps[this.#gone];
  }

  /** When the last step that was gone again had been taken, epoch ms. */
  get at(): number | undefined {
    return this.#way?.steps[this.#gone - 1]?.at;
  }

  dueAt(seq: number): number | undefined {
    return this.#way?.dueAt[seq];
  }

  /** The step as it is recorded; undefined where the records end. @throws ApplicationFailure where they say otherwise */
  confirm(seq: number, step: object): Transition | undefined {
    const { next } = this;
    if (!next) return undefined;
    if (next.seq !== seq || !saysTheSame(next, step)) throw otherwise(next);
    this.#gone++;
    return next;
  }

  /** The next step, where it is one of these. @throws ApplicationFailure where it is another */
  expect<K extends Kind>(...kinds: readonly K[]): Of<K> | undefined {
    const { next } = this;
    if (!next) return undefined;
    if (!(kinds as readonly Kind[]).includes(next.kind)) throw otherwise(next);
    return next as Of<K>;
  }

  /** The first of a kind that is still to be gone again. */
  ahead<K extends Kind>(kind: K): Of<K> | undefined {
    return this.#way?.steps.slice(this.#gone).find((step): step is Of<K> => step.kind === kind);
  }
}

/** The case would go another way than it went: nothing of it may be guessed. */
export function otherwise({ seq, kind }: Transition): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`Step ${seq} is recorded as ${kind}.`, 'RECORDED_OTHERWISE');
}

function saysTheSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)].filter((key) => !TIMES.includes(key)));
  const value = (of: object, key: string) => (of as Record<string, unknown>)[key];
  return [...keys].every((key) => saysTheSame(value(one, key), value(other, key)));
}
