-- A choice names the step of the history that it is, or the application, or, in neither, its own leaf of the log.
ALTER TABLE "PayeeChoice" DISABLE TRIGGER payee_choice_append_only;
ALTER TABLE "PayeeChoice" ADD COLUMN "no" BIGSERIAL;
ALTER TABLE "PayeeChoice" ADD COLUMN "source" TEXT;
ALTER TABLE "PayeeChoice" ADD COLUMN "agreementSha256" TEXT;
UPDATE "PayeeChoice" c SET "source" = 'logged/' || c."id",
  "agreementSha256" = (SELECT p."sha256" FROM "Paper" p WHERE p."id" = c."agreementId");
ALTER TABLE "PayeeChoice" ALTER COLUMN "source" SET NOT NULL;
ALTER TABLE "PayeeChoice" DROP COLUMN "agreementId", DROP COLUMN "byHousehold";
-- After a restore a choice may be known, and not yet whom it named.
ALTER TABLE "PayeeChoice" DROP CONSTRAINT "PayeeChoice_payeeId_fkey";
CREATE UNIQUE INDEX "PayeeChoice_caseNo_source_key" ON "PayeeChoice"("caseNo", "source");
ALTER TABLE "PayeeChoice" ENABLE TRIGGER payee_choice_append_only;

-- What was chosen before it was part of a history can't change from now on.
INSERT INTO "LogEntry" ("kind", "subject", "caseNo", "leaf")
  SELECT 'chosen', c."caseNo", c."caseNo", format(
    '{"agreement":%s,"at":"%s","by":%s,"caseNo":"%s","choiceId":"%s","kind":"chosen","payeeId":%s}',
    coalesce('"' || c."agreementSha256" || '"', 'null'),
    to_char(c."chosenAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_json(c."chosenById"), c."caseNo", c."id", coalesce('"' || c."payeeId" || '"', 'null'))
  FROM "PayeeChoice" c ORDER BY c."chosenAt", c."no";

-- Nor can the register of payees (prisma/payee-digests.ts).
INSERT INTO "LogEntry" ("kind", "subject", "leaf")
  SELECT 'payee', p."id", format('{"id":"%s","kind":"payee","sha256":"%s"}', p."id",
    encode(sha256(convert_to(jsonb_build_array(p."countyCode", p."areaCode", p."kind", p."name", p."creditCode", p."idNumberHash",
      encode(p."nameSealed", 'hex'), encode(p."idNumberSealed", 'hex'), p."programmes", p."closedAt" IS NOT NULL, (SELECT jsonb_agg(jsonb_build_array(a."id", a."bankName", a."numberHash",
        encode(a."numberSealed", 'hex'), a."state", a."enteredById", a."decidedById") ORDER BY a."id")
        FROM "PayeeAccount" a WHERE a."payeeId" = p."id"))::text, 'UTF8')), 'hex'))
  FROM "Payee" p ORDER BY p."enteredAt", p."id";
