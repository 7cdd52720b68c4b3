const ID = 'virtual:routes';

/**
 * The rows of `domain/routes.ts` as far as a call needs them: method, path, and how its body is sent. The schemas stay
 * behind: a page brings those of its own forms, not of all the API.
 */
export function routeTable() {
  return {
    name: 'route-table',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      if (id !== `\0${ID}`) return undefined;
      const { ROUTES } = await import('../../dist/domain/routes.js');
      const rows = Object.entries(ROUTES).map(([name, { method, path, idempotent, upload }]) => [
        name,
        { method, path, idempotent, upload },
      ]);
      return `export const ROUTES = ${JSON.stringify(Object.fromEntries(rows))};`;
    },
  };
}
