-- 村集体自己申请: a draft, its case and what is granted by it are a household's, or a collective's of the register of payees.
ALTER TABLE "application" ALTER COLUMN "householdId" DROP NOT NULL;
ALTER TABLE "application" ADD COLUMN "payeeId" TEXT;
ALTER TABLE "application" ADD CONSTRAINT "application_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Payee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "application" ADD CONSTRAINT "application_of_one" CHECK (("householdId" IS NULL) <> ("payeeId" IS NULL));
CREATE INDEX "application_payeeId_idx" ON "application"("payeeId");

ALTER TABLE "Entitlement" ALTER COLUMN "householdId" DROP NOT NULL;
ALTER TABLE "Entitlement" ADD COLUMN "payeeId" TEXT;
ALTER TABLE "Entitlement" ADD CONSTRAINT "Entitlement_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Payee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Entitlement" ADD CONSTRAINT "Entitlement_of_one" CHECK (("householdId" IS NULL) <> ("payeeId" IS NULL));
CREATE INDEX "Entitlement_payeeId_state_idx" ON "Entitlement"("payeeId", "state");
-- One in force per applicant, programme and person.
DROP INDEX "Entitlement_one_active";
CREATE UNIQUE INDEX "Entitlement_one_active" ON "Entitlement" (coalesce("householdId", "payeeId"), "programmeCode", coalesce("personId", ''))
  WHERE "state" = 'active';

-- A collective has a case of each of its applications and periods. A share is handed on once: its "applicationId" follows
-- from its dividend, and is unique.
DROP INDEX "Case_payeeId_period_key";
CREATE INDEX "Case_payeeId_idx" ON "Case"("payeeId");
-- One running application per applicant, person, programme and period; a run is nobody's application.
DROP INDEX "Case_one_running";
CREATE UNIQUE INDEX "Case_one_running" ON "Case" (coalesce("householdId", "payeeId"), "programmeCode", "period", coalesce("personId", ''))
  WHERE "running" AND "reopenedAt" IS NULL AND "entitlementNo" IS NULL;
