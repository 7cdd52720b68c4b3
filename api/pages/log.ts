import type { Express } from 'express';
import { signerFrom } from '../../proof/signing-key.js';
import type { Deps } from '../deps.js';
import { found } from '../problem.js';
import { headPage, type HeadShown } from '../queries/tree-heads.js';
import { type Html, html, moment, say } from './html.js';
import { type FeedItem, sendAtomFeed, sendJsonFeed } from './feeds.js';
import { sendPage } from './send-page.js';

const SHOWN = 30;

/** The signed heads of the log that proves the records: for everybody, to read, to subscribe to and to keep. */
export function mountLog(app: Express, { db, keyring, settings }: Deps): void {
  const { publicUrl, demonstration } = settings;
  const url = publicUrl.replace(/\/$/, '');
  const { publicKey } = signerFrom(keyring.signingSeed('heads'));

  app.get('/log', async (request, response) => {
    const before = Number(request.query.before);
    const page = await headPage(db, SHOWN, Number.isSafeInteger(before) && before > 0 ? before : undefined);
    const title = ['存证日志', 'The log'] as const;
    const feeds = { atom: '/log/feed.atom', json: '/log/feed.json' };
    sendPage(response, { title, demonstration, feeds, body: logPage({ ...page, publicKey }) });
  });

  const feed = async () => {
    const items = (await headPage(db, SHOWN)).items.map((head) => itemOf(url, head));
    return { title: '直报存证日志 · The log of zhibao', home: `${url}/log`, items };
  };
  app.get('/log/feed.json', async (_request, response) => sendJsonFeed(response, `${url}/log/feed.json`, await feed()));
  app.get('/log/feed.atom', async (_request, response) => sendAtomFeed(response, `${url}/log/feed.atom`, await feed()));

  app.get('/log/heads/:size', async (request, response) => {
    const size = found(/^\d{1,15}$/.test(request.params.size) ? BigInt(request.params.size) : undefined);
    const { note } = found(await db.treeHead.findUnique({ where: { size } }));
    response.type('text/plain').send(note);
  });
}

const itemOf = (url: string, { size, at, note }: HeadShown): FeedItem => ({
  ...{ url: `${url}/log/heads/${size}`, at, text: note },
  title: `前 ${size} 条 · the first ${size} leaves`,
});

interface LogShown {
  readonly items: readonly HeadShown[];
  readonly next: number | null;
  readonly publicKey: string;
}

const logPage = ({ items, next, publicKey }: LogShown): Html => html`
  <p class="lead">
    ${say(
      '每件办件的提交、每段流程历史、每笔支付指令和每次查阅都记入只增不改的日志。每天签名公布一次树头：保存了树头，此前的记录就不能再被改动、删除或插入而不被发现。',
      'Every submission, history, payment order and reading of personal data goes into a log that only grows. Its head is signed and published every day: whoever keeps a head can tell whether anything before it was changed, left out or added.',
    )}
  </p>
  <dl class="pairs">
    <div>
      <dt>${say('公钥（Ed25519）', 'Public key (Ed25519)')}</dt>
      <dd><code>${publicKey}</code></dd>
    </div>
  </dl>
  <h2>${say('签名树头', 'Signed heads')}</h2>
  ${
    items.length === 0
      ? html`<p class="none">
          ${say('尚未签发。每天签发一次，请明天再看，或订阅下面的推送。', 'None yet. One is signed every day: look again tomorrow, or subscribe below.')}
        </p>`
      : html`<ul class="sentences">
          ${items.map(
            ({ size, at, note }) =>
              html`<li>
                <a href="/log/heads/${size}">${say(`前 ${size} 条`, `the first ${size} leaves`)}</a> ${moment(at)}
                <pre>${note}</pre>
              </li>`,
          )}
        </ul>`
  }
  <p class="more">
    ${next === null ? undefined : html`<a href="/log?before=${next}">${say('更早的', 'Earlier ones')}</a>`}
    <a href="/log/feed.json">JSON Feed</a> <a href="/log/feed.atom">Atom</a>
  </p>
`;
