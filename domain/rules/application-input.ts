import type { Application } from '../schemas/application.js';
import type { CountyPolicy } from '../schemas/county-policy.js';
import type { Programme } from '../schemas/programme.js';
import type { Standard } from './amounts.js';
import { rentTermsOf } from './rent.js';
import type { HousingTerms } from './terms.js';
import { atMostItsRate } from './loans.js';

/** What an application brings along besides the rules it is made under. */
type Given = Omit<
  Application,
  'strand' | 'workflow' | 'standard' | 'limits' | 'paidAfterAcceptance' | 'terms' | 'housing' | 'thirdSignatureAboveFen'
>;

/** 先建后补, 以奖代补, 以工代赈. */
export const isPaidAfterAcceptance = ({ paymentMode }: Pick<Programme, 'paymentMode'>): boolean =>
  paymentMode !== 'direct' && paymentMode !== 'advance';

/** The few values a case branches on, resolved from programme and county policy for as long as it lives; `standard`: its own. */
export function applicationInput(
  given: Given,
  programme: Programme,
  policy: CountyPolicy,
  standard: Standard,
): Application {
  const { correction, promisedPapers, internalReview, publicNotice, projectWork, projectExtension } = policy.terms;
  const { minimum, maximum } = programme.measure;
  return {
    ...given,
    strand: 'case',
    ...(programme.workflow && { workflow: programme.workflow }),
    standard: atMostItsRate(standard, given.loan),
    limits: { minimum, maximum },
    paidAfterAcceptance: isPaidAfterAcceptance(programme),
    thirdSignatureAboveFen: policy.payments.thirdSignatureAboveFen,
    ...(isHousing(programme) && { housing: housingOf(policy) }),
    ...(programme.rent && { rent: rentTermsOf(programme.rent) }),
    terms: {
      ...{ correction, promisedPapers, internalReview, publicNotice, projectWork, projectExtension },
      ...(programme.workflow === 'relief' && { reliefConfirmation: policy.relief.confirmation }),
    },
  };
}

const isHousing = ({ workflow }: Programme): boolean => workflow === 'renovation' || workflow === 'relocation';

function housingOf({ housing }: CountyPolicy): HousingTerms {
  const { worksStart, agreement, movingIn, oldHomestead } = housing;
  const { landPerPersonSquareMetres, firstInstalmentBasisPoints, worksFirstInstalmentBasisPoints = 0 } = housing;
  return {
    ...{ worksStart, agreement, movingIn, oldHomestead, landPerPersonSquareMetres, firstInstalmentBasisPoints },
    ...(worksFirstInstalmentBasisPoints > 0 && { worksFirstInstalmentBasisPoints }),
  };
}
