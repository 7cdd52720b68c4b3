import { HOLD_REASONS, type HoldReasonCode } from '../rules/hold-reasons.js';
import type { Bilingual } from '../schemas/common.js';
import type { HoldKind } from '../schemas/holds.js';

/** What can be put on hold. */
export const HOLD_KINDS = {
  case: { zh: '办件', en: 'Case' },
  household: { zh: '农户', en: 'Household' },
  account: { zh: '收款账户', en: 'Account' },
  batch: { zh: '支付批次', en: 'Batch of payments' },
} as const satisfies Record<HoldKind, Bilingual>;

/** What a new hold stops, and what it comes too late for. */
export function stopsText(waiting: number, onTheirWay: number): Bilingual {
  const stopped =
    waiting === 0
      ? { zh: '目前没有待发送的支付指令', en: 'No order waits to be sent at present' }
      : { zh: `${waiting}笔尚未发出的支付指令已停住`, en: `${waiting} orders that had not left are stopped` };
  const late =
    onTheirWay === 0
      ? { zh: '没有已发送银行的支付指令', en: 'none is with the bank' }
      : {
          zh: `${onTheirWay}笔已发送银行，无法再停，如须追回请另行办理`,
          en: `${onTheirWay} are with the bank and can no longer be stopped; what is credited has to be claimed back`,
        };
  return { zh: `${stopped.zh}；${late.zh}。`, en: `${stopped.en}; ${late.en}.` };
}

/** Why nothing leaves for the time being, as the household reads it. */
export function heldText(reasonCode: string): Bilingual {
  const { zh, en } = HOLD_REASONS[reasonCode as HoldReasonCode] ?? HOLD_REASONS.OTHER;
  return { zh: `补助暂停支付：${zh}`, en: `Payment is on hold: ${en}` };
}

export const LIFTED_TEXT: Bilingual = { zh: '已解除暂停，可以支付', en: 'The hold was lifted; payment goes on' };
