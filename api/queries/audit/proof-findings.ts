import type { ProofFinding } from '../../../domain/schemas/audit.js';
import { FINDING_TEXTS } from '../../../domain/texts/findings.js';
import type { Finding } from '../../../proof/finding.js';
import { coded } from '../coded.js';

/** Differences as auditors see them. */
export const proofFindings = (findings: readonly Finding[]): ProofFinding[] =>
  findings.map(({ kind, subject, at = null, proved = null, found = null }) => ({
    ...{ kind: coded(FINDING_TEXTS, kind), subject, at, proved, found },
  }));
