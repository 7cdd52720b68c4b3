import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Generations } from './keys/key-set.js';
import { KEY_BYTES, openBytes, seal } from './seal.js';

/** What can be searched for although only a keyed hash of it is stored. */
export type LookupKind = 'idNumber' | 'phone' | 'account' | 'code' | 'request';

/** A key and the name that is stored beside what it encrypts. */
export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Names the key of what belongs to no county. */
export const SYSTEM = 'system';
const KEY_ID = /^(?:\d{6}|system)$/;
/** Of histories: the key of a county, and after a dot its generation, where it is not the master key's own. */
const CODEC_KEY_ID = /^(\d{6}|system)(?:\.([1-9]\d{0,3}))?$/;
const WRAPPED_HOUSEHOLD_KEY = 'household-key';

/** What a wrapped key of a generation begins with, before the two bytes of its number; of the master key, the seal. */
const OF_GENERATION = 2;
const MARK_BYTES = 3;

interface Master {
  readonly master: Buffer;
  readonly generation: string;
}

/** All keys of the product, derived (HKDF-SHA-256) from one master key that is a setting and is stored nowhere. */
export class Keyring {
  readonly #master: Buffer;
  readonly #codec: ReadonlyMap<number, Buffer>;
  readonly #households: ReadonlyMap<number, Buffer>;
  readonly #derived = new Map<string, Buffer>();

  private constructor(master: Buffer, codec: ReadonlyMap<number, Buffer>, households: ReadonlyMap<number, Buffer>) {
    this.#master = master;
    this.#codec = codec;
    this.#households = households;
  }

  /** @throws Error with a sentence for the operator if it is not base64 of exactly 32 bytes */
  static from(masterKeyBase64: string, codec: Generations = {}, households: Generations = {}): Keyring {
    const master = Buffer.from(masterKeyBase64, 'base64');
    if (master.length !== KEY_BYTES || master.toString('base64') !== masterKeyBase64.trim()) {
      throw new Error('The master key must be 32 random bytes in base64, as `openssl rand -base64 32` prints them.');
    }
    return new Keyring(master, byNumber(codec), byNumber(households));
  }

  /** The key for a county's histories. `code`: its six digits, or "system" for what belongs to no county. */
  county(code: string): NamedKey {
    if (!KEY_ID.test(code)) throw new Error(`There is no key "${code}": a key is named by six digits or "${SYSTEM}".`);
    return { id: code, key: this.#derive(`county/${code}`) };
  }

  /** The key that encrypts a county's histories now: of the newest generation, or of the master key where there is none. */
  codec(code: string): NamedKey {
    const newest = newestOf(this.#codec);
    return this.codecKey(newest === 0 ? code : `${code}.${newest}`);
  }

  /** The key that a payload names. @throws Error where it was of a generation that is not here */
  codecKey(id: string): NamedKey {
    const [, code, generation] = CODEC_KEY_ID.exec(id) ?? [];
    if (code === undefined || generation === undefined) return this.county(id);
    const master = this.#codec.get(Number(generation));
    if (!master) throw new Error(`The codec key of generation ${generation} is not among the keys of this process.`);
    return { id, key: this.#derive(`codec/${code}`, { master, generation }) };
  }

  /** The key for what belongs to no county. */
  system(): NamedKey {
    return this.county(SYSTEM);
  }

  /**
   * Keyed hash (HMAC-SHA-256, 64 hex digits) to find a row by a value that is stored encrypted. Spaces, hyphens,
   * full-width forms and case do not matter.
   */
  lookup(kind: LookupKind, value: string): string {
    const canonical = value.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase();
    return createHmac('sha256', this.#derive(`lookup/${kind}`))
      .update(canonical)
      .digest('hex');
  }

  /** A household's own random key. Only `wrapped` is stored; with it gone, the household's data are erased. */
  newHouseholdKey(): { key: Buffer<ArrayBuffer>; wrapped: Buffer<ArrayBuffer> } {
    const key = randomBytes(KEY_BYTES);
    return { key, wrapped: this.#wrap(key) };
  }

  /**
   * Empty once it was destroyed. @throws UnsealError if it was wrapped under another master key; Error where it was
   * under a generation that is not here
   */
  unwrap(wrapped: Uint8Array): Buffer<ArrayBuffer> {
    if (wrapped.length === 0) return Buffer.alloc(0);
    const generation = wrapped[0] === OF_GENERATION ? Buffer.from(wrapped).readUInt16BE(1) : 0;
    const sealed = generation === 0 ? wrapped : wrapped.subarray(MARK_BYTES);
    return openBytes(this.#wrapping(generation), sealed, WRAPPED_HOUSEHOLD_KEY);
  }

  /** The same key, wrapped by the newest generation. */
  rewrap(wrapped: Uint8Array): Buffer<ArrayBuffer> {
    return this.#wrap(this.unwrap(wrapped));
  }

  /** What every key begins with that is wrapped by the newest generation; empty where there is none but the master key. */
  householdMark(): Buffer<ArrayBuffer> {
    const newest = newestOf(this.#households);
    return newest === 0 ? Buffer.alloc(0) : Buffer.of(OF_GENERATION, newest >> 8, newest & 0xff);
  }

  /** Tells generations of the key that wraps the households' from others; nothing of the keys follows from it. */
  householdPrints(): { readonly newest: string; readonly all: readonly string[] } {
    const printOf = (generation: number): string =>
      createHmac('sha256', this.#wrapping(generation)).update('zhibao/households').digest('hex');
    return { newest: printOf(newestOf(this.#households)), all: [0, ...this.#households.keys()].map(printOf) };
  }

  #wrap(key: Uint8Array): Buffer<ArrayBuffer> {
    const sealed = seal(this.#wrapping(newestOf(this.#households)), key, WRAPPED_HOUSEHOLD_KEY);
    return Buffer.concat([this.householdMark(), sealed]);
  }

  #wrapping(generation: number): Buffer {
    if (generation === 0) return this.#derive('household');
    const master = this.#households.get(generation);
    if (!master)
      throw new Error(`The household key of generation ${generation} is not among the keys of this process.`);
    return this.#derive('household', { master, generation: String(generation) });
  }

  /** The private key (Ed25519, 32 bytes) that signs acts, or heads of the log. */
  signingSeed(purpose: 'acts' | 'heads'): Buffer {
    return this.#derive(`sign/${purpose}`);
  }

  /** The same under every master key there was. */
  signingSeeds(purpose: 'acts' | 'heads'): Buffer[] {
    return [this.signingSeed(purpose)];
  }

  /** Tells this master key from others (HMAC-SHA-256, 64 hex digits); nothing of the key follows from it. */
  fingerprint(): string {
    return createHmac('sha256', this.#derive('fingerprint')).update('zhibao').digest('hex');
  }

  #derive(purpose: string, { master, generation }: Master = { master: this.#master, generation: '0' }): Buffer {
    const name = `${generation}/${purpose}`;
    const known = this.#derived.get(name);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', master, '', `zhibao/1/${purpose}`, KEY_BYTES));
    this.#derived.set(name, key);
    return key;
  }
}

const byNumber = (generations: Generations): ReadonlyMap<number, Buffer> =>
  new Map(Object.entries(generations).map(([number, key]) => [Number(number), Buffer.from(key, 'base64')]));

/** 0: the master key's own. */
const newestOf = (generations: ReadonlyMap<number, Buffer>): number => Math.max(0, ...generations.keys());
