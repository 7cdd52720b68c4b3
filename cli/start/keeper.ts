import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '../../platform/operator-error.js';
import type { Part } from './part.js';
import { isAlive, kill, type ProcessRecord } from './processes.js';
import type { Say } from './say.js';

interface Kept {
  part: Part;
  process: ProcessRecord;
  /** When it was started again, in milliseconds of the machine's running time. */
  restarts: number[];
}

/** How much a copy bears before it gives up. */
interface Patience {
  /** More restarts of a part than these within the window are too many. */
  restarts: number;
  /** Before the first restart; each further one waits twice as long. */
  firstPauseMs: number;
}

const LOOK_EVERY_MILLISECONDS = 300;
const WINDOW_MILLISECONDS = 600_000;
const OPERATORS: Patience = { restarts: 5, firstPauseMs: 500 };

/** Keeps the parts running in the order in which they were begun, and ends them in the opposite one. */
export class Keeper {
  readonly #say: Say;
  readonly #patience: Patience;
  readonly #kept: Kept[] = [];

  constructor(say: Say, patience = OPERATORS) {
    this.#say = say;
    this.#patience = patience;
  }

  /** What it keeps, with the process each part has now. */
  get running(): readonly { part: Part; process: ProcessRecord }[] {
    return this.#kept;
  }

  /** Begins several at once. If one fails, the others are kept, to be ended. @throws what the first to fail threw */
  async begin(...parts: Part[]): Promise<void> {
    const results = await Promise.allSettled(parts.map((part) => part.start()));
    results.forEach((result, index) => {
      const part = parts[index];
      if (part && result.status === 'fulfilled') this.#kept.push({ part, process: result.value, restarts: [] });
    });
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /**
   * Starts again whatever dies, until it is told to stop. Each by itself: one that waits for another to come back does
   * not keep that one from coming back.
   * @throws OperatorError if a part dies again and again
   */
  async watch(stopping: AbortSignal): Promise<void> {
    const reviving = new Map<Kept, Promise<void>>();
    const failures: unknown[] = [];
    while (!stopping.aborted && failures.length === 0) {
      for (const kept of this.#kept) {
        if (reviving.has(kept) || isAlive(kept.process)) continue;
        const revived = this.#revive(kept, stopping).catch((failure: unknown) => void failures.push(failure));
        reviving.set(
          kept,
          revived.finally(() => reviving.delete(kept)),
        );
      }
      await sleep(LOOK_EVERY_MILLISECONDS, stopping);
    }
    await Promise.all(reviving.values());
    if (failures.length > 0) throw failures[0];
  }

  /** Whoever uses another part ends before it. */
  async endAll(): Promise<void> {
    for (let last = this.#kept.at(-1); last; last = this.#kept.at(-1)) {
      const { part, process } = last;
      this.#say(`正在停止${part.zh}……`, `Stopping the ${part.en} …`);
      await part.stop(process).catch(() => this.#say(`${part.zh}没有停下来。`, `The ${part.en} did not stop.`));
      this.#kept.pop();
    }
  }

  /** For an operator who does not want to wait: nothing is finished any more, as after a power cut. */
  hurry(): void {
    for (const { part, process } of this.#kept) if (part.mayBeKilled) kill(process);
  }

  async #revive(dead: Kept, stopping: AbortSignal): Promise<void> {
    const { part } = dead;
    const now = performance.now();
    dead.restarts = dead.restarts.filter((at) => now - at < WINDOW_MILLISECONDS);
    const { restarts, firstPauseMs } = this.#patience;
    if (dead.restarts.length >= restarts) throw gaveUp(part);
    const milliseconds = firstPauseMs && firstPauseMs * 2 ** dead.restarts.length;
    dead.restarts.push(now);
    const nth = dead.restarts.length;
    this.#say(
      `${part.zh}意外退出，${milliseconds / 1000} 秒后重新启动（第 ${nth} 次，最多 ${restarts} 次）。`,
      `The ${part.en} ended unexpectedly and is started again in ${milliseconds / 1000} s (${nth} of at most ${restarts} times).`,
    );
    await sleep(milliseconds, stopping);
    if (stopping.aborted) return;
    try {
      dead.process = await part.start();
      this.#say(`${part.zh}已恢复运行。`, `The ${part.en} runs again.`);
    } catch (cause) {
      const error = cause instanceof OperatorError ? cause : gaveUp(part);
      this.#say(error.zh, error.en);
    }
  }
}

const gaveUp = ({ zh, en }: Part) =>
  new OperatorError(
    `${zh}反复退出，不再重新启动：请查看日志，改正后再启动。`,
    `The ${en} ended again and again and is not started any more: look into its log, put it right and start again.`,
  );

/** Ends early, without an error, when it is told to stop. */
const sleep = (milliseconds: number, signal: AbortSignal) =>
  pause(milliseconds, undefined, { signal }).catch(() => undefined);
