-- What is paid period after period: granted once by a case, paid by a run for each period.
ALTER TYPE "Stage" ADD VALUE 'entitlementApproval' BEFORE 'householdChange';
ALTER TYPE "Stage" ADD VALUE 'periodFunding' BEFORE 'householdChange';

CREATE TYPE "EntitlementState" AS ENUM ('active', 'ended');

CREATE TABLE "Entitlement" (
  "caseNo" TEXT NOT NULL,
  "householdId" TEXT NOT NULL,
  "countyCode" TEXT NOT NULL,
  "areaCode" TEXT NOT NULL,
  "programmeCode" TEXT NOT NULL,
  "personId" TEXT,
  "decisionNo" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL,
  "state" "EntitlementState" NOT NULL DEFAULT 'active',
  "grantedAt" TIMESTAMPTZ(3) NOT NULL,
  "nextPeriod" TEXT NOT NULL,
  "nextDueAt" TIMESTAMPTZ(3),
  "periodsLeft" INTEGER,
  "endedAt" TIMESTAMPTZ(3),
  "endReason" TEXT,
  "endedById" TEXT,
  "endWordsId" TEXT,
  CONSTRAINT "Entitlement_pkey" PRIMARY KEY ("caseNo"),
  CONSTRAINT "Entitlement_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "Entitlement_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "Entitlement_ends_with_a_reason" CHECK (("state" = 'ended') = ("endedAt" IS NOT NULL AND "endReason" IS NOT NULL))
);
CREATE INDEX "Entitlement_state_nextDueAt_idx" ON "Entitlement"("state", "nextDueAt");
CREATE INDEX "Entitlement_householdId_state_idx" ON "Entitlement"("householdId", "state");
CREATE INDEX "Entitlement_countyCode_programmeCode_state_caseNo_idx" ON "Entitlement"("countyCode", "programmeCode", "state", "caseNo");
CREATE INDEX "Entitlement_countyCode_grantedAt_caseNo_idx" ON "Entitlement"("countyCode", "grantedAt", "caseNo");

-- One in force per household, programme and person.
CREATE UNIQUE INDEX "Entitlement_one_active" ON "Entitlement" ("householdId", "programmeCode", coalesce("personId", ''))
  WHERE "state" = 'active';

ALTER TABLE "Case" ADD COLUMN "personId" TEXT;
ALTER TABLE "Case" ADD COLUMN "entitlementNo" TEXT;
ALTER TABLE "Case" ADD CONSTRAINT "Case_entitlementNo_fkey" FOREIGN KEY ("entitlementNo") REFERENCES "Entitlement"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A period of an entitlement is paid once.
CREATE UNIQUE INDEX "Case_entitlementNo_period_key" ON "Case"("entitlementNo", "period");
-- One running application per household, person, programme and period; a run is nobody's application.
DROP INDEX "Case_one_running";
CREATE UNIQUE INDEX "Case_one_running" ON "Case" ("householdId", "programmeCode", "period", coalesce("personId", ''))
  WHERE "running" AND "reopenedAt" IS NULL AND "entitlementNo" IS NULL;

ALTER TABLE "HouseholdChange" ADD COLUMN "heededAt" TIMESTAMPTZ(3);
UPDATE "HouseholdChange" SET "heededAt" = now();
CREATE INDEX "HouseholdChange_heededAt_idx" ON "HouseholdChange"("heededAt");
