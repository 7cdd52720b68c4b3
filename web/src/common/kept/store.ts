import { createStore, del, entries, set } from 'idb-keyval';

interface Item {
  readonly id: string;
}

interface Kept<T extends Item> {
  /** Of the IndexedDB database, and of the store in it. */
  readonly database: string;
  readonly store: string;
  /** An item as an older version of the page may have kept it. */
  readonly asKept?: (item: T) => T;
}

/** What somebody works on, in memory and in IndexedDB: it outlives the page, the browser and the network. */
export class KeptStore<T extends Item> {
  #all: ReadonlyMap<string, T> = new Map();
  readonly #listeners = new Set<() => void>();
  readonly #store: ReturnType<typeof createStore>;
  readonly #asKept: (item: T) => T;
  readonly ready: Promise<void>;

  /** Other pages of the same browser work on the same items. */
  readonly #pages: BroadcastChannel;

  constructor({ database, store, asKept = (item) => item }: Kept<T>) {
    this.#store = createStore(database, store);
    this.#asKept = asKept;
    this.#pages = new BroadcastChannel(`${database}-${store}`);
    this.ready = this.#read();
    this.#pages.addEventListener('message', () => void this.#read());
  }

  all = (): ReadonlyMap<string, T> => this.#all;

  async keep(item: T): Promise<void> {
    this.#show(new Map(this.#all).set(item.id, item));
    await set(item.id, item, this.#store);
    this.#pages.postMessage(item.id);
  }

  /** Changes an item as it is now; nothing where it is no more. */
  async change(id: string, to: (item: T) => T): Promise<void> {
    const item = this.#all.get(id);
    if (item) await this.keep(to(item));
  }

  async forget(id: string): Promise<void> {
    const rest = new Map(this.#all);
    rest.delete(id);
    this.#show(rest);
    await del(id, this.#store);
    this.#pages.postMessage(id);
  }

  whenChanged = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  /** What was changed here while it was read is read again. */
  async #read(): Promise<void> {
    const before = this.#all;
    const kept = await entries<string, T>(this.#store);
    if (before !== this.#all) return await this.#read();
    this.#show(new Map(kept.map(([id, item]) => [id, this.#asKept(item)])));
  }

  #show(all: ReadonlyMap<string, T>): void {
    this.#all = all;
    for (const tell of this.#listeners) tell();
  }
}
