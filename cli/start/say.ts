/** Tells the operator what is going on: Chinese, then English. */
export type Say = (zh: string, en: string) => void;

export const sayOnConsole: Say = (zh, en) => process.stdout.write(`${zh}\n  ${en}\n`);
