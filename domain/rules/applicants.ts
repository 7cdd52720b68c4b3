import type { Programme } from '../schemas/programme.js';

/** Who applies: a household, or the village collective (村集体) as an organisation of its own. */
export const APPLICANTS = ['household', 'collective'] as const;
export type ApplicantKind = (typeof APPLICANTS)[number];

/** Who applies for a programme. */
export const applicantOf = ({ applicant }: Pick<Programme, 'applicant'>): ApplicantKind => applicant ?? 'household';
