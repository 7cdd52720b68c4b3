import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { correction } from './correction.js';
import { refusalBy } from './refusal.js';

/** 六(四) 乡镇审查核实: two verifiers look on the spot; an amended quantity changes the amount by the standard. */
export async function townshipVerification(file: ProjectCase): Promise<Refusal | undefined> {
  for (;;) {
    const act = await file.actAt('townshipVerification', { guard: file.mustFit });
    switch (act.verdict) {
      case 'pass':
        return undefined;
      case 'amend':
        file.setQuantity(act.quantity!);
        return undefined;
      case 'return': {
        const lapse = await correction(file);
        if (lapse) return lapse;
        break;
      }
      default:
        return refusalBy(act);
    }
  }
}
