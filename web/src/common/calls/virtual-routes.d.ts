/** Made of `domain/routes.ts` by `web/build/route-table.mjs`. */
declare module 'virtual:routes' {
  type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
  interface Row {
    readonly method: Method;
    readonly path: string;
    readonly idempotent?: true;
    readonly upload?: true;
  }
  export const ROUTES: Readonly<Record<import('../../../../domain/routes.js').RouteId, Row>>;
}
