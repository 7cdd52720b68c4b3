import { countyOf } from '../../domain/rules/county-of.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { tellCounty } from '../../prisma/tell-officials.js';

/** The supervisor of a county is told that the bank refuses a batch's file, and why where it says so. */
export async function tellRefused(tx: Tx, keyring: Keyring, batchNo: string, reason?: string): Promise<void> {
  await tellCounty(tx, keyring, {
    ...{ key: `refused/${batchNo}`, countyCode: countyOf(batchNo), role: 'countySupervisor' },
    ...{ subject: `【直报】支付批次${batchNo}被银行拒收` },
    text: `支付批次${batchNo}的文件被银行整体拒收${reason === undefined ? '' : `（${reason}）`}，没有一笔付出；各笔指令已退回待发，请查明原因。`,
  });
}
