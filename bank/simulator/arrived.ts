import { sha256 } from '../../platform/digest.js';
import type { OrdersFile } from '../bank.js';
import type { BankSide } from './bank-side.js';
import type { Faults } from './faults.js';
import type { Arrived } from './intake.js';
import { FileInvalid } from './messages.js';

/** A file that came, in whatever format. */
export const arrived = ({ name, bytes }: OrdersFile, side: BankSide, faults: Faults): Arrived => ({
  name,
  sha256: sha256(bytes),
  read: () => {
    if (faults.next(['refuseFile'], { files: namesOf(name) })) throw new FileInvalid();
    return side.readOrders(name, bytes);
  },
});

/** A file's name and, before its ending, its batch's. */
export const namesOf = (name: string): string[] => [name, stemOf(name)];
export const stemOf = (name: string): string => name.replace(/\.[A-Za-z0-9]+$/, '');
