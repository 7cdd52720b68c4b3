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
        const ahead = new Set();
        const take = (name) => {
          if (ahead.has(name)) return;
          ahead.add(name);
          for (const other of bundle[name]?.imports ?? []) take(other);
        };
        for (const later of chunk.dynamicImports) take(later);
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
