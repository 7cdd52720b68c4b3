import type { Settlement } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { takePlace } from '../world.js';
import { refusalBy } from './refusal.js';

/**
 * 搬迁协议: the township offers where the household moves, and the household signs in its time, or asks for another
 * offer. What is offered is set aside meanwhile: a plot is given once, a site is not overbooked.
 */
export async function relocationAgreement(file: ProjectCase): Promise<Refusal | undefined> {
  for (;;) {
    const offer = await file.actAt('agreementOffer');
    if (offer.verdict !== 'offer') return refusalBy(offer);
    if (!(await isSetAside(file, offer.settlement!))) continue;

    const signed = await file.actWithin('agreementSigning', file.dossier.housing!.agreement);
    if (signed?.verdict === 'sign') return undefined;
    if (!signed) return { kind: 'lapsed', stage: 'agreementSigning' };
    if (signed.verdict !== 'decline') return refusalBy(signed);
    file.note({ kind: 'placeReleased' });
  }
}

/** Whether the place is set aside; scattered and money resettlement need none. */
async function isSetAside(file: ProjectCase, { siteId, plotNo }: Settlement): Promise<boolean> {
  if (siteId === undefined || plotNo === undefined) return true;
  const place = { siteId, plotNo, persons: file.quantity };
  const known = file.recalled('placed', 'placeRefused');
  const why = known ? (known.kind === 'placed' ? undefined : known.why) : await refused(file, place);
  if (why === undefined) file.note({ kind: 'placed', ...place });
  else file.note({ kind: 'placeRefused', siteId, plotNo, why });
  return why === undefined;
}

async function refused(file: ProjectCase, place: Parameters<typeof takePlace>[1]) {
  const { kind } = await takePlace(file.dossier.caseNo, place);
  return kind === 'placed' ? undefined : kind;
}
