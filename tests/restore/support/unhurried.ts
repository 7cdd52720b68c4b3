import type { Db } from '../../../prisma/client.js';
import { newPolicy } from '../../support/new-version.js';

const LONG = { workingDays: 3_600 };

/**
 * Cases that begin from now on wait as long as a restore takes, however short the days of the county are: for the report,
 * the start of works and the confirmation of relief.
 */
export const unhurried = (db: Db): Promise<void> =>
  newPolicy(db, ({ terms, housing, relief }) => ({
    terms: { ...terms, reviewReport: LONG },
    housing: { ...housing, worksStart: LONG },
    relief: { ...relief, confirmation: LONG },
  }));
