-- All leaves about a case, its workflows and its orders are found together. Only a help to find them: what is proved
-- stands in the leaf.
ALTER TABLE "LogEntry" ADD COLUMN "caseNo" TEXT;
UPDATE "LogEntry" SET "caseNo" = substring("subject" from '^\d{6}-\d{4}-\d{6}-\d(?=$|-)');
CREATE INDEX "LogEntry_caseNo_id_idx" ON "LogEntry"("caseNo", "id");
