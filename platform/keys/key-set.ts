import { z } from 'zod';

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);

/** Generations of a key, by their number: the highest encrypts, every one opens. */
export const Generations = z.record(z.string().regex(/^[1-9]\d{0,3}$/), key);
export type Generations = Readonly<Record<string, string>>;

/** The keys of the product (base64 of 32 bytes each), as a file or a key service holds them. */
export const KeySet = z.strictObject({
  master: key,
  /** What encrypts histories. */
  codec: Generations.default({}),
  /** What the households' own keys are wrapped in. */
  households: Generations.default({}),
});
export type KeySet = z.infer<typeof KeySet>;

/** Where the keys are kept. */
export interface KeySource {
  /** @throws OperatorError where they can't be had */
  read(): Promise<KeySet>;
}

/** What a source of keys holds, if it is a key set. */
export const keySetIn = (text: string): KeySet | undefined => {
  try {
    return KeySet.parse(JSON.parse(text));
  } catch {
    // Whatever is wrong with it is not told: it may be a key.
    return undefined;
  }
};
