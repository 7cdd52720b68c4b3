/** A case went another way than its script says. */
export class Deviation extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
    this.name = 'Deviation';
  }
}
