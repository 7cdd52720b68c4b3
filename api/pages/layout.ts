import { Html, html, say } from './html.js';

export interface Page {
  /** Chinese, then English. */
  readonly title: readonly [string, string];
  readonly demonstration: boolean;
  readonly body: Html;
  /** The feeds of what it shows, by their addresses. */
  readonly feeds?: { readonly atom: string; readonly json: string };
}

/** A whole page: no scripts, one style sheet, readable on a phone; `languageSwitch` leads to it in the other language. */
export const document = ({ title: [zh, en], demonstration, body, feeds }: Page, languageSwitch: Html): Html =>
  html`<!doctype html>
    <html lang="${say('zh-CN', 'en')}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say(`${zh} · 直报`, `${en} · zhibao`)}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
        ${feeds && feedLinks(feeds)}
      </head>
      <body>
        <a class="skip" href="#main">${say('跳到正文', 'Skip to content')}</a>
        ${head(demonstration, languageSwitch)}
        <main id="main" tabindex="-1">
          <h1>${say(zh, en)}</h1>
          ${body}
        </main>
        ${foot()}
      </body>
    </html>`;

const feedLinks = ({ atom, json }: NonNullable<Page['feeds']>): Html => html`
  <link rel="alternate" type="application/atom+xml" href="${atom}" title="Atom" />
  <link rel="alternate" type="application/feed+json" href="${json}" title="JSON Feed" />
`;

const head = (demonstration: boolean, languageSwitch: Html): Html => html`
  <header class="top">
    <div class="wide">
      <a class="brand" href="/">${say('直报', 'zhibao')}</a>
      <nav aria-label="${say('页面', 'Pages')}">
        <a href="/apply">${say('申报', 'Apply')}</a>
        <a href="/notices">${say('公示', 'Notices')}</a>
        <a href="/transparency">${say('资金公开', 'Money')}</a>
        <a href="/office">${say('办公', 'Office')}</a>
        <a href="/api/docs">${say('接口', 'API')}</a>
        ${demonstration ? html`<a href="/outbox">${say('发件箱', 'Outbox')}</a>` : undefined}
      </nav>
      ${languageSwitch}
    </div>
  </header>
  ${demonstration ? html`<aside class="demo" aria-label="${say('演示', 'Demonstration')}">${DEMONSTRATION}</aside>` : undefined}
`;

const DEMONSTRATION = say(
  '演示环境：人员、账户均为虚构，不发放真实补助。',
  'A demonstration: all people and accounts are invented, and no money is paid.',
);

const foot = (): Html => html`
  <footer>
    <div class="wide">
      <p>${say('监督举报电话 12317', 'Report line 12317')}</p>
      <p>
        <a href="/notices/objections">${say('凭回执查异议结果', 'Ask for the result of an objection')}</a>
        <a href="/log">${say('存证日志', 'The log that proves the records')}</a>
      </p>
      <p>${say('依据：浙委发〔2018〕41号', 'Basis: the Zhejiang plan for low-income rural households 2018-2022')}</p>
    </div>
  </footer>
`;
