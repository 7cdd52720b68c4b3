-- 销毁: what was sent and answered is found when its household is erased; papers go even where a process dies before.
ALTER TABLE "OutboxMessage" ADD COLUMN "householdId" TEXT;
UPDATE "OutboxMessage" message SET "householdId" = told."householdId" FROM "Case" told
  WHERE message."channel" = 'sms' AND told."caseNo" = substring(message."dedupeKey" FROM '^\d{6}-\d{4}-\d{6}-\d');
UPDATE "OutboxMessage" message SET "householdId" = household."id"
  FROM "LoginCode" code JOIN "Household" household ON household."phoneHash" = code."phoneHash"
  WHERE message."dedupeKey" = 'code/' || code."id";
CREATE INDEX "OutboxMessage_householdId_idx" ON "OutboxMessage"("householdId");

ALTER TABLE "IdempotencyKey" ADD COLUMN "mentions" TEXT[] DEFAULT ARRAY[]::TEXT[];
UPDATE "IdempotencyKey" SET "mentions" = ARRAY(
  SELECT DISTINCT named[1] FROM regexp_matches(
    "actor" || ' ' || "route" || ' ' || coalesce("answer"::text, ''),
    '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6}-\d{4}-\d{6}-\d)', 'g') AS named);
CREATE INDEX "IdempotencyKey_mentions_idx" ON "IdempotencyKey" USING GIN ("mentions");

CREATE TABLE "PapersToDestroy" (
  "caseNo" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "PapersToDestroy_pkey" PRIMARY KEY ("caseNo")
);
CREATE INDEX "PapersToDestroy_since_idx" ON "PapersToDestroy"("since");
INSERT INTO "PapersToDestroy" ("caseNo") SELECT "caseNo" FROM "ArchiveFile" WHERE "state" = 'destroyed';
