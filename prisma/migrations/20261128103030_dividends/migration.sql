-- 资产收益分红: assets, what they bring in a year, and how that is divided over their shares.
CREATE TABLE "Asset" (
  "id" TEXT NOT NULL,
  "countyCode" TEXT NOT NULL,
  "areaCode" TEXT NOT NULL,
  "programmeCode" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "documentNo" TEXT NOT NULL,
  "rule" JSONB NOT NULL,
  "createdById" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Asset_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Asset_countyCode_createdAt_id_idx" ON "Asset"("countyCode", "createdAt", "id");

CREATE TABLE "AssetIncome" (
  "assetId" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "amountFen" BIGINT NOT NULL CHECK ("amountFen" >= 0),
  "documentNo" TEXT NOT NULL,
  "enteredById" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "AssetIncome_pkey" PRIMARY KEY ("assetId", "year"),
  CONSTRAINT "AssetIncome_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TRIGGER income_append_only BEFORE UPDATE OR DELETE ON "AssetIncome" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TYPE "DividendState" AS ENUM ('dividing', 'divided', 'approved', 'handedOn');
CREATE TABLE "Dividend" (
  "no" TEXT NOT NULL,
  "assetId" TEXT NOT NULL,
  "countyCode" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "state" "DividendState" NOT NULL DEFAULT 'dividing',
  "actId" TEXT NOT NULL,
  "incomeFen" BIGINT NOT NULL,
  "reserveBeforeFen" BIGINT NOT NULL CHECK ("reserveBeforeFen" >= 0),
  "holders" INTEGER,
  "collectiveFen" BIGINT,
  "reserveFen" BIGINT,
  "householdsFen" BIGINT,
  "digest" TEXT,
  "keptFen" BIGINT,
  "madeById" TEXT NOT NULL,
  "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "startedAt" TIMESTAMPTZ(3),
  "dividedAt" TIMESTAMPTZ(3),
  "approvedById" TEXT,
  "approvedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Dividend_pkey" PRIMARY KEY ("no"),
  CONSTRAINT "Dividend_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Nothing is lost or invented.
  CONSTRAINT "Dividend_makes_the_income" CHECK ("collectiveFen" + "reserveFen" + "householdsFen" = "incomeFen"),
  CONSTRAINT "Dividend_two_people" CHECK ("approvedById" <> "madeById")
);
CREATE UNIQUE INDEX "Dividend_actId_key" ON "Dividend"("actId");
CREATE UNIQUE INDEX "Dividend_assetId_year_key" ON "Dividend"("assetId", "year");
CREATE INDEX "Dividend_countyCode_madeAt_no_idx" ON "Dividend"("countyCode", "madeAt", "no");
CREATE INDEX "Dividend_startedAt_idx" ON "Dividend"("startedAt");
CREATE INDEX "Dividend_state_idx" ON "Dividend"("state");
-- One of an asset is worked on at a time: the next begins with the reserve that it leaves.
CREATE UNIQUE INDEX "Dividend_one_open" ON "Dividend" ("assetId") WHERE "state" <> 'handedOn';

CREATE TABLE "DividendPart" (
  "dividendNo" TEXT NOT NULL,
  "entitlementNo" TEXT NOT NULL,
  "shares" INTEGER NOT NULL,
  "canWork" BOOLEAN NOT NULL,
  "amountFen" BIGINT CHECK ("amountFen" >= 0),
  "handedOn" BOOLEAN NOT NULL DEFAULT false,
  "caseNo" TEXT,
  CONSTRAINT "DividendPart_pkey" PRIMARY KEY ("dividendNo", "entitlementNo"),
  CONSTRAINT "DividendPart_dividendNo_fkey" FOREIGN KEY ("dividendNo") REFERENCES "Dividend"("no") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "DividendPart_dividendNo_handedOn_entitlementNo_idx" ON "DividendPart"("dividendNo", "handedOn", "entitlementNo");
