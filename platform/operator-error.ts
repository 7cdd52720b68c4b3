/** What stops a process and what the operator can do about it: one sentence in Chinese, the same in English. */
export class OperatorError extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'OperatorError';
    this.zh = zh;
    this.en = en;
  }
}
