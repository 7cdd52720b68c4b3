import type { Command } from 'commander';

/** What commander says of a command that is not written right, and the same in Chinese. */
const FAULTS: readonly [RegExp, (...names: string[]) => string][] = [
  [/missing required argument '(.+?)'/, (name) => `缺少参数 ${name}`],
  [/too many arguments/, () => '参数太多'],
  [/unknown command '(.+?)'/, (name) => `没有 ${name} 这个命令`],
  [/unknown option '(.+?)'/, (name) => `没有 ${name} 这个选项`],
  [/required option '(.+?)' not specified/, (name) => `缺少选项 ${name}`],
  [/option '(.+?)' argument missing/, (name) => `选项 ${name} 没有给出值`],
  [/option '(.+?)' argument '(.*?)' is invalid/, (name, value) => `选项 ${name} 的值“${value}”不正确`],
];

/** A command that is not written right is told in Chinese first. For the program, before its commands are added. */
export function sayUsageInChinese(program: Command): void {
  program.configureOutput({ outputError: (text, write) => write(`${inChinese(text)}（用 --help 查看用法）\n${text}`) });
}

function inChinese(text: string): string {
  for (const [fault, zh] of FAULTS) {
    const names = fault.exec(text)?.slice(1);
    if (names) return zh(...names);
  }
  return '命令写得不对';
}
