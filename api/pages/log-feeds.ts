import type { HeadShown } from '../queries/tree-heads.js';
import { html } from './html.js';

const TITLE = '直报存证日志 · The log of zhibao';

/** JSON Feed 1.1 of the signed heads. */
export const jsonFeed = (url: string, heads: readonly HeadShown[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: TITLE,
  home_page_url: `${url}/log`,
  feed_url: `${url}/log/feed.json`,
  items: heads.map(({ size, at, note }) => ({
    ...{ id: `${url}/log/heads/${size}`, url: `${url}/log/heads/${size}` },
    ...{ title: titleOf(size), content_text: note, date_published: at },
  })),
});

/** The same in Atom (RFC 4287). */
export const atomFeed = (url: string, heads: readonly HeadShown[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${
    html`<feed xmlns="http://www.w3.org/2005/Atom"
      ><title>${TITLE}</title><id>${url}/log</id><link rel="self" href="${url}/log/feed.atom" /><author
        ><name>zhibao</name></author
      ><updated>${heads[0]?.at ?? new Date(0).toISOString()}</updated>${heads.map(
        ({ size, at, note }) =>
          html`<entry
            ><id>${url}/log/heads/${size}</id><link href="${url}/log/heads/${size}" /><title>${titleOf(size)}</title
            ><updated>${at}</updated><content type="text">${note}</content></entry
          >`,
      )}</feed
    >`.text
  }`;

const titleOf = (size: number): string => `前 ${size} 条 · the first ${size} leaves`;
