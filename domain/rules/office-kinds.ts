/** What kind of office somebody belongs to. Names of the offices themselves are data. */
export const OFFICE_KINDS = [
  ...(['povertyRelief', 'township', 'village', 'finance', 'housing', 'oversight', 'audit'] as const),
  ...(['publicSecurity', 'education', 'health', 'employment'] as const),
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];
