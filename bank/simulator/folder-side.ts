import type { BankReport } from '../bank.js';
import type { BankConfig } from '../bank-config.js';
import type { BankSide } from './bank-side.js';
import { iso20022Side } from './iso20022/side.js';
import { textSide } from './text/side.js';

interface FolderSide {
  readonly side: BankSide;
  /** What a report is called in the folder. */
  readonly fileNameOf: (name: string, report: BankReport) => string;
}

/** The bank's side of what a product's BANK_CONFIG says. */
export function folderSide(config: BankConfig): FolderSide {
  if (config.format === 'iso20022') return { side: iso20022Side(config.debtors), fileNameOf: (name) => `${name}.xml` };
  const { results, statement = results, orders } = config.layout;
  const prefixes = { results: results.namePrefix, statement: statement.namePrefix };
  return { side: textSide(config.layout), fileNameOf: (name, { kind }) => prefixes[kind] + name + orders.suffix };
}
