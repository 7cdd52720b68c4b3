import { OperatorError } from '../operator-error.js';
import { type KeySet, type KeySource, keySetIn } from './key-set.js';

const ANSWER_MS = 10_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** A key service that answers a GET with what a key file holds, to whoever bears its token. */
export class KeyService implements KeySource {
  readonly #url: URL;
  readonly #token: string | undefined;

  constructor(url: string, token: string | undefined) {
    this.#url = new URL(url);
    this.#token = token;
  }

  async read(): Promise<KeySet> {
    if (this.#url.protocol !== 'https:' && !LOOPBACK.includes(this.#url.hostname)) throw OPEN;
    const headers = { accept: 'application/json', ...(this.#token && { authorization: `Bearer ${this.#token}` }) };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = await fetch(this.#url, { headers, signal, redirect: 'error' }).catch(() => undefined);
    if (!answer?.ok) throw refused(answer?.status);
    const keys = keySetIn(await answer.text());
    if (!keys) throw refused(answer.status);
    return keys;
  }
}

const OPEN = new OperatorError(
  '密钥服务只能用 https:// 访问（本机除外）。',
  'A key service on another machine is asked by https:// only.',
);
const refused = (status: number | undefined): OperatorError =>
  new OperatorError(
    `密钥服务没有给出密钥（${status ?? '没有答复'}）：请检查 ZHIBAO_KEY_SERVICE 和令牌。`,
    `The key service gave no keys (${status ?? 'no answer'}): check ZHIBAO_KEY_SERVICE and its token.`,
  );
