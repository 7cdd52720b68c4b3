/** A body, or a part of one, by the names of its parts. */
export type Parts = Readonly<Record<string, unknown>>;

/** The part of a whole at a way like `measure/name/zh`. */
export const partAt = (whole: unknown, way: string): unknown =>
  way.split('/').reduce<unknown>((part, name) => (part as Parts | undefined)?.[name], whole);

/** The whole with another part, the others where they were; what holds nothing any more is left out with its part. */
export function withPart(whole: Parts, way: string, part: unknown): Parts {
  const [name = '', ...below] = way.split('/');
  const placed = below.length === 0 ? part : unlessEmpty(withPart((whole[name] ?? {}) as Parts, below.join('/'), part));
  if (placed !== undefined) return { ...whole, [name]: placed };
  return Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
}

const unlessEmpty = (part: Parts): Parts | undefined => (Object.keys(part).length > 0 ? part : undefined);
