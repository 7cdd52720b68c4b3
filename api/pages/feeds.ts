import type { Response } from 'express';
import { html } from './html.js';

interface Feed {
  readonly title: string;
  /** Of the page whose feed it is. */
  readonly home: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly url: string;
  /** Where a page has several entries: what tells this one from the others. */
  readonly part?: string;
  readonly title: string;
  readonly text: string;
  /** ISO. */
  readonly at: string;
}

/** JSON Feed 1.1, found at `self`. */
export function sendJsonFeed(response: Response, self: string, { title, home, items }: Feed): void {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    ...{ title, home_page_url: home, feed_url: self, language: 'zh-CN' },
    items: items.map((item) => ({
      ...{ id: idOf(item), url: item.url, title: item.title },
      ...{ content_text: item.text, date_published: item.at },
    })),
  };
  response.type('application/feed+json').send(JSON.stringify(feed));
}

/** The same in Atom (RFC 4287). */
export function sendAtomFeed(response: Response, self: string, { title, home, items }: Feed): void {
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"
    ><title>${title}</title><id>${self}</id><link rel="self" href="${self}" /><link href="${home}" /><author
      ><name>zhibao</name></author
    ><updated>${items[0]?.at ?? new Date(0).toISOString()}</updated>${items.map(
      (item) =>
        html`<entry
          ><id>${idOf(item)}</id><link href="${item.url}" /><title>${item.title}</title><updated>${item.at}</updated
          ><content type="text">${item.text}</content></entry
        >`,
    )}</feed
  >`;
  response.type('application/atom+xml').send(`<?xml version="1.0" encoding="utf-8"?>\n${feed.zh}`);
}

const idOf = ({ url, part }: FeedItem): string => (part === undefined ? url : `${url}#${part}`);
