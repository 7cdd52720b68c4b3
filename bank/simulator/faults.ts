import type { BankSays } from '../../domain/rules/bank-words.js';
import type { Fault, FaultOf, Line, LineFault } from './fault-script.js';

/** What a fault may be about. */
interface About {
  /** Every name by which a file or report can be meant. */
  readonly files?: readonly string[];
  readonly reference?: string;
  /** What the bank is to say. */
  readonly says?: BankSays;
}

/** The script of faults that the bank was told. Not kept over a restart. */
export class Faults {
  #script: { fault: Fault; left: number }[] = [];

  tell(faults: readonly Fault[]): void {
    this.#script.push(...faults.map((fault) => ({ fault, left: fault.times ?? Infinity })));
  }

  forget(): void {
    this.#script = [];
  }

  /** The fault of one of these kinds that applies here, if any: it has then applied once more. */
  next<Kind extends Fault['kind']>(kinds: readonly Kind[], about: About): FaultOf<Kind> | undefined {
    return this.#first((fault) => (kinds as readonly string[]).includes(fault.kind) && fits(fault, about)) as
      FaultOf<Kind> | undefined;
  }

  /** What goes wrong on the line. */
  onLine(line: Line, files: readonly string[]): LineFault | undefined {
    return this.#first((fault) => 'on' in fault && fault.on === line && fits(fault, { files })) as
      LineFault | undefined;
  }

  #first(applies: (fault: Fault) => boolean): Fault | undefined {
    const found = this.#script.find(({ fault, left }) => left > 0 && applies(fault));
    if (found) found.left -= 1;
    return found?.fault;
  }
}

function fits(fault: Fault, { files = [], reference, says }: About): boolean {
  if ('file' in fault && fault.file !== undefined && !files.includes(fault.file)) return false;
  if ('says' in fault && fault.says !== undefined && fault.says !== says) return false;
  return !('reference' in fault) || fault.reference === undefined || fault.reference === reference;
}
