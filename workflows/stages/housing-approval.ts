import { rentAmiss } from '../../domain/rules/rent.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { countedAnew } from './counted-anew.js';
import { correction } from './correction.js';
import { reserved } from './project-approval.js';
import { refusalBy } from './refusal.js';

/**
 * 立项: the amount by grade and group of household; or another way of housing for whoever can't build at all, of a long
 * lease the rent by its months.
 */
export async function housingApproval(file: ProjectCase): Promise<Refusal | undefined> {
  for (;;) {
    const act = await file.actAt('housingApproval', {
      guard: (act) =>
        GOES_ON.includes(act.verdict) && !file.changes.allSettled ? 'CHANGE_OPEN' : rentAmiss(file.dossier.rent, act),
    });
    switch (act.verdict) {
      case 'pass': {
        file.renovate();
        const ended = await countedAnew(file);
        if (ended) return ended;
        if (await reserved(file)) return undefined;
        break;
      }
      case 'houseOtherwise':
        file.houseOtherwise(act.rentMonths);
        if (file.amountFen === 0 || (await reserved(file))) return undefined;
        break;
      case 'return': {
        const lapse = await correction(file, file.quantity);
        if (lapse) return lapse;
        break;
      }
      default:
        return refusalBy(act);
    }
  }
}

const GOES_ON: readonly string[] = ['pass', 'houseOtherwise'];
