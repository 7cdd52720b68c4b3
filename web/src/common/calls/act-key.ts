/** The key of an act that was not answered yet: a repetition carries it again, another content gets a new one. */
export class ActKey {
  #key: string | undefined;
  #content = '';

  for(content: unknown): string {
    const text = JSON.stringify(content);
    if (this.#key === undefined || text !== this.#content) this.#key = crypto.randomUUID();
    this.#content = text;
    return this.#key;
  }

  /** It was answered for certain. */
  used(): void {
    this.#key = undefined;
  }
}
