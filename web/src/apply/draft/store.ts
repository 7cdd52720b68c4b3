import { createStore, del, entries, set } from 'idb-keyval';
import { asKept, type Draft } from './draft.js';

const store = createStore('zhibao-apply', 'drafts');

/** The drafts of this phone, in memory and in its IndexedDB: they outlive the page, the browser and the network. */
class Drafts {
  #all: ReadonlyMap<string, Draft> = new Map();
  readonly #listeners = new Set<() => void>();
  readonly ready: Promise<void>;

  /** Other pages of the same browser work on the same drafts. */
  readonly #pages = new BroadcastChannel('zhibao-apply-drafts');

  constructor() {
    this.ready = this.#read();
    this.#pages.addEventListener('message', () => void this.#read());
  }

  all = (): ReadonlyMap<string, Draft> => this.#all;

  /** By its address here, or the application's. */
  find = (id: string): Draft | undefined =>
    this.#all.get(id) ?? [...this.#all.values()].find(({ applicationId }) => applicationId === id);

  async keep(draft: Draft): Promise<void> {
    this.#show(new Map(this.#all).set(draft.id, draft));
    await set(draft.id, draft, store);
    this.#pages.postMessage(draft.id);
  }

  /** Changes a draft as it is now; nothing where it is no more. */
  async change(id: string, to: (draft: Draft) => Draft): Promise<void> {
    const draft = this.#all.get(id);
    if (draft) await this.keep(to(draft));
  }

  async forget(id: string): Promise<void> {
    const rest = new Map(this.#all);
    rest.delete(id);
    this.#show(rest);
    await del(id, store);
    this.#pages.postMessage(id);
  }

  whenChanged = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  async #read(): Promise<void> {
    const kept = await entries<string, Draft>(store);
    this.#show(new Map(kept.map(([id, draft]) => [id, asKept(draft)])));
  }

  #show(all: ReadonlyMap<string, Draft>): void {
    this.#all = all;
    for (const tell of this.#listeners) tell();
  }
}

export const drafts = new Drafts();
