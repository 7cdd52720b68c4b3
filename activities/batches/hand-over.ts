import { type Bank, FileRefused, type FileState, type OrdersFile } from '../../bank/bank.js';
import type { Tx } from '../../prisma/client.js';
import { isBatchHeld } from '../../prisma/holds.js';
import type { World } from '../world.js';
import { markTaken, noteUnknown, takeBack } from './file-words.js';
import { notYet } from './not-yet.js';
import { sealOff } from './seal-off.js';
import { sentFile } from './sent-file.js';

/** What the bank says when it is given a file. */
type Word = FileState | 'refused';

/**
 * Writes the file of a batch and hands it over. From the moment it may have left the house the only question is what
 * became of it: the same bytes go again only on the bank's word that it has nothing of them. Answers when the bank has
 * the file, or when nothing is left to send.
 *
 * @throws ApplicationFailure ON_HOLD while the batch is on hold; BANK_HAS_NO_WORD while it is unknown what became of it
 */
export async function handOver(world: World, batchNo: string): Promise<void> {
  const { db, bank } = world;
  const { state } = await db.paymentBatch.findUniqueOrThrow({ where: { no: batchNo } });
  if (state === 'filled') {
    const file = await sealOff(world, batchNo);
    if (file) await heed(world, batchNo, await give(bank, file));
  }
  if (state === 'sent') await heed(world, batchNo, await askFirst(world, batchNo));
}

async function askFirst({ db, keyring, bank }: World, batchNo: string): Promise<Word> {
  const file = await sentFile(db, keyring, batchNo);
  const word = await bank.ask(file.name);
  // Who speaks of its orders has the file, whatever else he says.
  if (await isSpokenOf(db, batchNo)) return 'taken';
  if (word !== 'nothingOfIt') return word;
  if (await isBatchHeld(db, batchNo)) throw notYet('ON_HOLD', `Batch ${batchNo} is on hold.`);
  await bank.stage(file);
  return await give(bank, file);
}

/** Whether the bank has reported something of an order of the batch. */
const isSpokenOf = async (tx: Tx, batchNo: string): Promise<boolean> =>
  (await tx.bankReportLine.count({ where: { effect: 'posted', payment: { batchNo } } })) > 0;

async function give(bank: Bank, file: OrdersFile): Promise<Word> {
  try {
    return await bank.handOver(file);
  } catch (error) {
    if (error instanceof FileRefused) return 'refused';
    throw error;
  }
}

async function heed(world: World, batchNo: string, word: Word): Promise<void> {
  if (word === 'taken') return await markTaken(world, batchNo);
  if (word === 'refused') return await takeBack(world, batchNo);
  await noteUnknown(world, batchNo);
  throw notYet('BANK_HAS_NO_WORD', `What became of the file of ${batchNo} is not known.`);
}
