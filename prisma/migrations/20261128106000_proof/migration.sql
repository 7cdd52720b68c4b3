-- The log that proves the records: what is to be proved is a row first, in the transaction it follows from; then it has
-- its number in the log. Leaves are hashed by RFC 6962, heads signed with Ed25519 (proof/).
CREATE TYPE "LeafKind" AS ENUM ('submitted', 'grown', 'sealed', 'ordered', 'official', 'office', 'reads', 'ledger', 'key');

CREATE TABLE "LogEntry" (
  "id" BIGSERIAL NOT NULL,
  "kind" "LeafKind" NOT NULL,
  "subject" TEXT NOT NULL,
  "leaf" TEXT NOT NULL,
  "index" BIGINT,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "LogEntry_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "LogEntry_index_key" ON "LogEntry"("index");
CREATE INDEX "LogEntry_kind_subject_id_idx" ON "LogEntry"("kind", "subject", "id");
CREATE INDEX "LogEntry_unnumbered" ON "LogEntry"("id") WHERE "index" IS NULL;

CREATE TABLE "TreeHead" (
  "size" BIGINT NOT NULL,
  "root" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "peaks" TEXT[],
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "TreeHead_pkey" PRIMARY KEY ("size")
);
CREATE INDEX "TreeHead_at_idx" ON "TreeHead"("at");

-- The whole history of a workflow that has ended, compressed; payloads as they were encrypted.
CREATE TABLE "Seal" (
  "sha256" TEXT NOT NULL,
  "workflowId" TEXT NOT NULL,
  "workflowType" TEXT NOT NULL,
  "caseNo" TEXT,
  "bytes" INTEGER NOT NULL,
  "content" BYTEA NOT NULL,
  "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "Seal_pkey" PRIMARY KEY ("sha256")
);
CREATE INDEX "Seal_workflowId_sealedAt_idx" ON "Seal"("workflowId", "sealedAt");
CREATE INDEX "Seal_caseNo_idx" ON "Seal"("caseNo");
ALTER TABLE "Seal" ALTER COLUMN "content" SET STORAGE EXTERNAL;

-- Where the sealing stands with each workflow, and what it found; only a help, the log is what counts.
CREATE TABLE "SealState" (
  "workflowId" TEXT NOT NULL,
  "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "lookedAt" TIMESTAMPTZ(3),
  "sealedRunId" TEXT,
  CONSTRAINT "SealState_pkey" PRIMARY KEY ("workflowId")
);
CREATE INDEX "SealState_changed" ON "SealState"("changedAt") WHERE "lookedAt" IS NULL OR "lookedAt" < "changedAt";

-- The API's signature of an act, made before it is sent into its case.
CREATE TABLE "ActSignature" (
  "actId" TEXT NOT NULL,
  "caseNo" TEXT NOT NULL,
  "strand" "Strand" NOT NULL,
  "act" JSONB NOT NULL,
  "keyId" TEXT NOT NULL,
  "signature" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "ActSignature_pkey" PRIMARY KEY ("caseNo", "actId", "signature")
);

-- Who read whose personal data, why and when.
CREATE TABLE "PersonalRead" (
  "id" BIGSERIAL NOT NULL,
  "reader" TEXT NOT NULL,
  "roles" TEXT[] NOT NULL,
  "subject" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "PersonalRead_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PersonalRead_at_id_idx" ON "PersonalRead"("at", "id");
CREATE INDEX "PersonalRead_subject_at_idx" ON "PersonalRead"("subject", "at");
CREATE INDEX "PersonalRead_reader_at_idx" ON "PersonalRead"("reader", "at");

CREATE INDEX "LedgerTransaction_at_idx" ON "LedgerTransaction"("at");
CREATE INDEX "CaseEvent_recordedAt_idx" ON "CaseEvent"("recordedAt");

-- What is logged stays: by trigger, the owner's and a superuser's as long as they are on, and by privilege.
CREATE TRIGGER log_append_only BEFORE DELETE OR UPDATE OF "id", "kind", "subject", "leaf", "at" ON "LogEntry"
  FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER log_numbered_once BEFORE UPDATE OF "index" ON "LogEntry" FOR EACH ROW
  WHEN (OLD."index" IS NOT NULL) EXECUTE FUNCTION append_only();
CREATE TRIGGER log_not_truncated BEFORE TRUNCATE ON "LogEntry" EXECUTE FUNCTION append_only();
CREATE TRIGGER head_append_only BEFORE UPDATE OR DELETE ON "TreeHead" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER head_not_truncated BEFORE TRUNCATE ON "TreeHead" EXECUTE FUNCTION append_only();
CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE ON "Seal" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER seal_not_truncated BEFORE TRUNCATE ON "Seal" EXECUTE FUNCTION append_only();
CREATE TRIGGER signature_append_only BEFORE UPDATE OR DELETE ON "ActSignature" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER signature_not_truncated BEFORE TRUNCATE ON "ActSignature" EXECUTE FUNCTION append_only();
CREATE TRIGGER read_append_only BEFORE UPDATE OR DELETE ON "PersonalRead" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER read_not_truncated BEFORE TRUNCATE ON "PersonalRead" EXECUTE FUNCTION append_only();

REVOKE ALL ON "LogEntry", "TreeHead", "Seal", "ActSignature", "PersonalRead" FROM PUBLIC;
REVOKE UPDATE, DELETE, TRUNCATE ON "LogEntry", "TreeHead", "Seal", "ActSignature", "PersonalRead" FROM CURRENT_USER;
GRANT UPDATE ("index") ON "LogEntry" TO CURRENT_USER;
