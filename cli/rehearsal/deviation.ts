/** A case went another way than its script says. */
export class Deviation extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
    this.name = 'Deviation';
    this.zh = zh;
    this.en = en;
  }
}
