import { reachedFrom } from './reached.mjs';

/**
 * What a page's first script will ask for comes over the line meanwhile, behind what the page itself needs to be read.
 */
export function sentAhead() {
  return {
    name: 'sent-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(html, { chunk, bundle }) {
        if (!chunk?.isEntry || !bundle) return html;
        const importsOf = (name) => bundle[name]?.imports ?? [];
        const ahead = new Set(chunk.dynamicImports.flatMap((later) => [...reachedFrom(later, importsOf)]));
        return [...ahead]
          .filter((name) => !html.includes(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', fetchpriority: 'low', crossorigin: true, href: `/${name}` },
            injectTo: 'head',
          }));
      },
    },
  };
}
