import type { z } from 'zod';
import type { RouteId, Routes } from '../../../../domain/routes.js';

type Given<R, Name extends string> =
  R extends Readonly<Record<Name, infer S extends z.ZodType>> ? { readonly [N in Name]: z.input<S> } : unknown;
type Perhaps<R, Name extends string> =
  R extends Readonly<Record<Name, infer S extends z.ZodType>> ? { readonly [N in Name]?: z.input<S> } : unknown;

/** What a route is asked with: its path's parameters, its query, its body, as its row's schemas take them. */
export type Asked<Id extends RouteId> = Given<Routes[Id], 'params'> &
  Perhaps<Routes[Id], 'query'> &
  Given<Routes[Id], 'body'>;

type Answers<Id extends RouteId> = Routes[Id]['answers'];
/** What it answers when it does not refuse. */
export type Answered<Id extends RouteId> = {
  [Status in keyof Answers<Id>]: Answers<Id>[Status] extends z.ZodType ? z.output<Answers<Id>[Status]> : never;
}[keyof Answers<Id>];

type IdsWhere<Property> = { [Id in RouteId]: Routes[Id] extends Property ? Id : never }[RouteId];
/** Routes that only tell. */
export type QueryId = IdsWhere<{ method: 'get' }>;
/** Routes that do something once: for their key, or because done again it is the same. */
export type ActId = IdsWhere<{ idempotent: true }> | IdsWhere<{ method: 'put' | 'delete' }>;
/** Those of them whose body is a form with a file. */
export type UploadId = IdsWhere<{ idempotent: true; upload: true }>;
