import type { auditFindingRoutes } from '../../domain/routes/audit-findings.js';
import type { auditRoutes } from '../../domain/routes/audit.js';
import type { verificationRoutes } from '../../domain/routes/verifications.js';
import type { Handlers } from '../handler.js';
import { answerFinding } from './answer-finding.js';
import { closeFinding } from './close-finding.js';
import { drawSample } from './draw-sample.js';
import { exportEvidence } from './export-evidence.js';
import { getAuditStatistics } from './get-audit-statistics.js';
import { getFinding } from './get-finding.js';
import { getStory } from './get-story.js';
import { listCaseOffices } from './list-case-offices.js';
import { listFigureCases } from './list-figure-cases.js';
import { listFindings } from './list-findings.js';
import { listHistory } from './list-history.js';
import { raiseFinding } from './raise-finding.js';
import { returnFinding } from './return-finding.js';
import { searchCases } from './search-cases.js';
import { verificationHandlers } from './verifications.js';

/** What auditors read, draw, find and have verified. */
export const auditHandlers: Pick<
  Handlers,
  keyof typeof auditRoutes | keyof typeof auditFindingRoutes | keyof typeof verificationRoutes
> = {
  searchCases,
  getStory,
  listHistory,
  exportEvidence,
  getAuditStatistics,
  listFigureCases,
  drawSample,
  listCaseOffices,
  raiseFinding,
  listFindings,
  getFinding,
  answerFinding,
  returnFinding,
  closeFinding,
  ...verificationHandlers,
};
