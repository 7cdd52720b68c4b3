/** A catalogue in another language: the same names, other words. */
export type Translated<C> = { readonly [Name in keyof C]: C[Name] extends string ? string : Translated<C[Name]> };
