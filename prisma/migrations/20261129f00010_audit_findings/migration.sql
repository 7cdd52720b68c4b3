-- An auditor's findings: each is answered by an office and closed by an auditor; what was said about it stays.
CREATE TYPE "AuditFindingState" AS ENUM ('open', 'answered', 'closed');
CREATE TYPE "AuditFindingActKind" AS ENUM ('raised', 'answered', 'returned', 'closed');
CREATE TABLE "AuditFinding" (
  "id" TEXT NOT NULL,
  "caseNo" TEXT NOT NULL,
  "officeId" TEXT NOT NULL,
  "state" "AuditFindingState" NOT NULL DEFAULT 'open',
  "dueOn" CHAR(10) NOT NULL,
  "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "closedAt" TIMESTAMPTZ(3),
  CONSTRAINT "AuditFinding_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "AuditFinding_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "AuditFinding_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "AuditFinding_closed" CHECK (("state" = 'closed') = ("closedAt" IS NOT NULL))
);
CREATE INDEX "AuditFinding_raisedAt_id_idx" ON "AuditFinding"("raisedAt", "id");
CREATE INDEX "AuditFinding_officeId_state_raisedAt_id_idx" ON "AuditFinding"("officeId", "state", "raisedAt", "id");
CREATE INDEX "AuditFinding_caseNo_idx" ON "AuditFinding"("caseNo");
CREATE TRIGGER audit_finding_kept BEFORE DELETE ON "AuditFinding" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TABLE "AuditFindingAct" (
  "id" TEXT NOT NULL,
  "findingId" TEXT NOT NULL,
  "kind" "AuditFindingActKind" NOT NULL,
  "byId" TEXT NOT NULL,
  "wordsId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "AuditFindingAct_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "AuditFindingAct_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "AuditFinding"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "AuditFindingAct_findingId_at_idx" ON "AuditFindingAct"("findingId", "at");
CREATE TRIGGER audit_finding_act_append_only BEFORE UPDATE OR DELETE ON "AuditFindingAct" FOR EACH ROW EXECUTE FUNCTION append_only();
