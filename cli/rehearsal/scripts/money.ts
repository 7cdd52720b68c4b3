import type { Script } from '../script.js';
import { passesCheck, scores, verifies } from '../steps/county.js';
import { files } from '../steps/filing.js';
import { declaresDone } from '../steps/household.js';
import { acceptsWorks, appraises, approvesRenovation, beginsWorks } from '../steps/housing.js';
import { consentsToContractor } from '../steps/payees.js';
import { ordersSetOff, takesUpOther } from '../steps/set-offs.js';
import { accepted, announced, approved, filesDirect, filesForAcceptance, ordered, paid, PAID } from './parts.js';

const misused = [filesForAcceptance, approved, announced, accepted, ordered].flat();

/** What money can meet on its way: it is kept back for a claim, or goes to whoever the household has named. */
export const moneyScripts: readonly Script[] = [
  {
    id: 'setOff',
    kind: 'setOff',
    zh: '另一办件未按用途使用，追缴款从本次补助中抵扣',
    en: 'a claim of another case set off against it',
    share: 1,
    way: [
      ...[misused, takesUpOther, filesDirect, approved, announced],
      ...[takesUpOther, scores('notUsed'), ordersSetOff],
      ...[takesUpOther, paid],
    ],
    ends: { ...PAID, keptBack: true },
  },
  {
    id: 'toContractor',
    kind: 'registeredPayee',
    zh: '危旧房统建：经本户同意，拨付施工单位',
    en: 'a renovation paid to its contractor with consent',
    share: 1,
    way: [
      files('renovation'),
      ...[passesCheck, appraises, verifies, consentsToContractor, approvesRenovation, announced],
      ...[beginsWorks, declaresDone, acceptsWorks, paid],
    ],
    ends: { ...PAID, paidToPayee: true },
  },
];
