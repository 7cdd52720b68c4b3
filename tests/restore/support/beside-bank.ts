import { SimulatorBank } from '../../../bank/simulator/client.js';
import { newBankHome, startBank } from '../../bank/bank-process.js';
import { BackedUp } from './backed-up.js';

/** A copy that can be restored, beside the simulated bank in a process of its own, which goes on. */
export async function openBesideBank() {
  const bank = await startBank(await newBankHome());
  try {
    const copy = await BackedUp.open(new SimulatorBank(bank.url));
    const close = async () => {
      await copy.close();
      await bank.stop();
    };
    return { copy, bank, close };
  } catch (error) {
    await bank.stop();
    throw error;
  }
}
