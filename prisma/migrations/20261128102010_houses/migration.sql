-- 一户一档、改造一户销档一户: the ledger of houses.
CREATE TYPE "HouseState" AS ENUM ('found', 'renovating', 'relocating', 'renovated', 'housedOtherwise', 'relocated', 'safe', 'dropped');

CREATE TABLE "House" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "areaCode" TEXT NOT NULL,
    "state" "HouseState" NOT NULL,
    "grade" INTEGER,
    "foundById" TEXT,
    "wordsId" TEXT,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "caseNo" TEXT,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "House_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "House_caseNo_key" ON "House"("caseNo");
CREATE INDEX "House_householdId_idx" ON "House"("householdId");
CREATE INDEX "House_countyCode_enteredAt_id_idx" ON "House"("countyCode", "enteredAt", "id");
CREATE INDEX "House_countyCode_state_enteredAt_id_idx" ON "House"("countyCode", "state", "enteredAt", "id");
ALTER TABLE "House" ADD CONSTRAINT "House_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "House" ADD CONSTRAINT "House_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One household, one homestead: a house relocated is not renovated, and the reverse.
CREATE UNIQUE INDEX "House_one_homestead" ON "House"("householdId") WHERE "state" NOT IN ('safe', 'dropped');
-- A case is at work on it, or it is closed, or it waits for one.
ALTER TABLE "House" ADD CONSTRAINT "House_in_hand" CHECK ("state" NOT IN ('renovating', 'relocating') OR "caseNo" IS NOT NULL);
ALTER TABLE "House" ADD CONSTRAINT "House_closed" CHECK (("state" IN ('found', 'renovating', 'relocating')) = ("closedAt" IS NULL));
ALTER TABLE "House" ADD CONSTRAINT "House_grade" CHECK ("grade" BETWEEN 1 AND 4);
