/** The cookies of one visitor, of one site. */
export class CookieJar {
  readonly #values = new Map<string, string>();

  readFrom(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';', 1);
      const at = pair.indexOf('=');
      if (at > 0) this.#values.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    }
  }

  writeTo(headers: Headers): void {
    if (this.#values.size === 0) return;
    headers.set('cookie', [...this.#values].map(([name, value]) => `${name}=${value}`).join('; '));
  }
}
