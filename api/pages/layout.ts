import { Html, html, say } from './html.js';

interface Page {
  /** Chinese, then English. */
  readonly title: readonly [string, string];
  readonly demonstration: boolean;
  readonly body: Html;
}

/** A whole page: no scripts, one style sheet, readable on a phone. */
export function document({ title: [zh, en], demonstration, body }: Page): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${zh} · ${en} · 直报</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">跳到正文 <span lang="en">Skip to content</span></a>
        ${head(demonstration)}
        <main id="main" tabindex="-1">
          <h1>${zh} <span class="en" lang="en">${en}</span></h1>
          ${body}
        </main>
        ${foot()}
      </body>
    </html>`.text;
}

const head = (demonstration: boolean): Html => html`
  <header class="top">
    <div class="wide">
      <a class="brand" href="/">直报 <span lang="en">zhibao</span></a>
      <nav aria-label="页面 Pages">
        <a href="/apply">${say('申报', 'Apply')}</a>
        <a href="/notices">${say('公示', 'Notices')}</a>
        <a href="/office">${say('办公', 'Office')}</a>
        <a href="/api/docs">${say('接口', 'API')}</a>
        ${demonstration ? html`<a href="/outbox">${say('发件箱', 'Outbox')}</a>` : undefined}
      </nav>
    </div>
  </header>
  ${demonstration ? html`<aside class="demo" aria-label="演示 Demonstration">${DEMONSTRATION}</aside>` : undefined}
`;

const DEMONSTRATION = say(
  '演示环境：人员、账户均为虚构，不发放真实补助。',
  'A demonstration: all people and accounts are invented, and no money is paid.',
);

const foot = (): Html => html`
  <footer>
    <div class="wide">
      <p>${say('监督举报电话 12317', 'Report line 12317')}</p>
      <p><a href="/log">${say('存证日志', 'The log that proves the records')}</a></p>
      <p>${say('依据：浙委发〔2018〕41号', 'Basis: the Zhejiang plan for low-income rural households 2018-2022')}</p>
    </div>
  </footer>
`;
