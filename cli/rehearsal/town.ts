import { REHEARSAL } from '../../prisma/seed/counties.js';
import { DEMONSTRATION_PASSWORD, helperOf } from '../../prisma/seed/officials.js';
import { ApiClient } from './api-client.js';
import { eventually } from './patience.js';

/** How long a one-time code may be on its way. */
const CODE_MS = 60_000;

/** Everybody of the rehearsal county who can sign in; officials and helpers do so once for all their cases. */
export class Town {
  readonly #url: string;
  readonly #signedIn = new Map<string, Promise<ApiClient>>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Somebody who has not signed in. */
  stranger(signal?: AbortSignal): ApiClient {
    return new ApiClient(this.#url, signal);
  }

  /** @param post end of the login: `checker-1` */
  official(post: string): Promise<ApiClient> {
    return this.#once(post, async () => {
      const client = this.stranger();
      const login = `${REHEARSAL.loginPrefix}-${post}`;
      await client.call('signInOfficial', { body: { login, password: DEMONSTRATION_PASSWORD } });
      return client;
    });
  }

  helper(villageCode: string): Promise<ApiClient> {
    const { phone } = helperOf(REHEARSAL, villageCode);
    return this.#once(phone, () => signInByPhone(this.stranger(), phone));
  }

  household(phone: string, signal: AbortSignal): Promise<ApiClient> {
    return signInByPhone(this.stranger(signal), phone);
  }

  #once(who: string, signIn: () => Promise<ApiClient>): Promise<ApiClient> {
    const known = this.#signedIn.get(who) ?? signIn();
    this.#signedIn.set(who, known);
    return known;
  }
}

/** With the one-time code that the demonstration shows in its outbox. */
async function signInByPhone(client: ApiClient, phone: string): Promise<ApiClient> {
  const before = await newestCode(client, phone);
  await client.call('sendCode', { body: { phone } });
  const { code } = await eventually(async () => {
    const newest = await newestCode(client, phone);
    return newest?.id === before?.id ? undefined : newest;
  }, AbortSignal.timeout(CODE_MS));
  await client.call('signInHousehold', { body: { phone, code } });
  return client;
}

/** The newest messages come first. */
async function newestCode(client: ApiClient, phone: string): Promise<{ id: string; code: string } | undefined> {
  const { items } = await client.call('listOutbox', { query: { limit: 100 } });
  for (const { id, to, text } of items) {
    const code = /验证码(\d{6})/.exec(text)?.[1];
    if (to === phone && code !== undefined) return { id, code };
  }
  return undefined;
}
