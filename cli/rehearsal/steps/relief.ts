import { CAST } from '../cast.js';
import type { Step } from '../case-walk.js';
import { decides } from './offices.js';

const words = '演练：核实情况和救助理由如下。';

/** 救助决定 */
export const grantsRelief = (quantity: number): Step =>
  decides('reliefDecision', { by: CAST.approver }, { verdict: 'grant', quantity, words });

/** 事后确认，由未参与本办件的另一名审批人办理 */
export const confirmsRelief = decides('reliefConfirmation', { by: CAST.otherApprover }, { verdict: 'confirm' });
export const doesNotConfirm = decides(
  'reliefConfirmation',
  { by: CAST.otherApprover },
  { verdict: 'refuse', reasonCode: 'RELIEF_NOT_JUSTIFIED', words },
);
