/** What an address asks for by these names: texts, or nothing. */
export const textsIn =
  <const Names extends readonly string[]>(...names: Names) =>
  (search: Record<string, unknown>): { readonly [Name in Names[number]]?: string } =>
    Object.fromEntries(
      names
        .filter((name) => ['string', 'number', 'boolean'].includes(typeof search[name]) && search[name] !== '')
        .map((name) => [name, String(search[name])]),
    ) as { readonly [Name in Names[number]]?: string };
