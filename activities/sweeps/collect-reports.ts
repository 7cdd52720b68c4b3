import { fetchReports } from '../reports/fetch-reports.js';
import { postReports } from '../reports/post-reports.js';
import type { Sweep } from './sweep.js';

/** The bank's reports: fetched and kept, then posted. While the bank can't be reached, what is kept is posted. */
export const collectReports: Sweep = async (swept, limit) => {
  try {
    return await fetchReports(swept, limit);
  } finally {
    await postReports(swept);
  }
};
