-- Funds and the double-entry ledger in integer fen, in place of the counters of the allotments.

CREATE TYPE "FundSource" AS ENUM ('province', 'city', 'county', 'society');
CREATE TYPE "LedgerAccountKind" AS ENUM ('source', 'unallotted', 'available', 'reserved', 'committed', 'spent');
CREATE TYPE "LedgerTransactionKind" AS ENUM (
  'funded', 'allotted', 'opened', 'reserved', 'committed', 'lowered', 'spent', 'released', 'corrected'
);

CREATE TABLE "Fund" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" "FundSource" NOT NULL,
    "areaCode" TEXT NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "twoMountains" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Fund_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Fund_not_negative" CHECK ("amountFen" >= 0)
);

CREATE TABLE "LedgerAccount" (
    "id" TEXT NOT NULL,
    "kind" "LedgerAccountKind" NOT NULL,
    "fundId" TEXT NOT NULL,
    "allotmentId" TEXT,
    "balanceFen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "LedgerAccount_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "LedgerAccount_of_fund_or_allotment"
      CHECK (("kind" IN ('source', 'unallotted')) = ("allotmentId" IS NULL)),
    -- No fund and no allotment is overdrawn, under any concurrency.
    CONSTRAINT "LedgerAccount_never_overdrawn"
      CHECK (CASE WHEN "kind" = 'source' THEN "balanceFen" <= 0 ELSE "balanceFen" >= 0 END)
);

CREATE TABLE "LedgerTransaction" (
    "key" TEXT NOT NULL,
    "kind" "LedgerTransactionKind" NOT NULL,
    "caseNo" TEXT,
    "reference" TEXT,
    "lines" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LedgerTransaction_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "LedgerTransaction_lines" CHECK ("lines" >= 2)
);

CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "transactionKey" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "LedgerEntry_moves" CHECK ("amountFen" <> 0)
);

CREATE UNIQUE INDEX "Fund_id_fiscalYear_key" ON "Fund"("id", "fiscalYear");
CREATE UNIQUE INDEX "LedgerAccount_allotmentId_kind_key" ON "LedgerAccount"("allotmentId", "kind");
CREATE INDEX "LedgerAccount_fundId_idx" ON "LedgerAccount"("fundId");
CREATE UNIQUE INDEX "LedgerAccount_one_per_fund" ON "LedgerAccount"("fundId", "kind") WHERE "allotmentId" IS NULL;
CREATE INDEX "LedgerTransaction_caseNo_idx" ON "LedgerTransaction"("caseNo");
CREATE INDEX "LedgerTransaction_reference_idx" ON "LedgerTransaction"("reference");
CREATE UNIQUE INDEX "LedgerEntry_transactionKey_accountId_key" ON "LedgerEntry"("transactionKey", "accountId");
CREATE INDEX "LedgerEntry_accountId_id_idx" ON "LedgerEntry"("accountId", "id");
CREATE INDEX "LedgerEntry_accountId_at_amountFen_idx" ON "LedgerEntry"("accountId", "at", "amountFen");

-- Allotments that there are get a fund per county, year and source, of exactly what was allotted.
ALTER TABLE "Allotment" ADD COLUMN "fundId" TEXT, ADD COLUMN "forIncomeGrowth" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Allotment" SET "fundId" = "countyCode" || '-' || "fiscalYear" || '-' || left(md5("fundSource"), 8);
INSERT INTO "Fund" ("id", "name", "source", "areaCode", "fiscalYear", "purpose", "amountFen")
  SELECT "fundId", "fundSource",
    CASE WHEN "fundSource" LIKE '省%' THEN 'province' WHEN "fundSource" LIKE '市%' THEN 'city'
         WHEN "fundSource" LIKE '县%' THEN 'county' ELSE 'society' END::"FundSource",
    "countyCode", "fiscalYear", "fundSource", sum("amountFen")
  FROM "Allotment" GROUP BY "fundId", "fundSource", "countyCode", "fiscalYear";
ALTER TABLE "Allotment" ALTER COLUMN "fundId" SET NOT NULL;

ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_fundId_fiscalYear_fkey" FOREIGN KEY ("fundId", "fiscalYear") REFERENCES "Fund"("id", "fiscalYear") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerAccount" ADD CONSTRAINT "LedgerAccount_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerAccount" ADD CONSTRAINT "LedgerAccount_allotmentId_fkey" FOREIGN KEY ("allotmentId") REFERENCES "Allotment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerTransaction" ADD CONSTRAINT "LedgerTransaction_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerTransaction" ADD CONSTRAINT "LedgerTransaction_reference_fkey" FOREIGN KEY ("reference") REFERENCES "Payment"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_transactionKey_fkey" FOREIGN KEY ("transactionKey") REFERENCES "LedgerTransaction"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "LedgerAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Allotment_fundId_id_idx" ON "Allotment"("fundId", "id");

-- A transaction is booked now: nothing is dated back. Whoever books has locked the accounts before, so that on each
-- account the order of these moments is the order in which its balance moved.
CREATE FUNCTION ledger_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."at" := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_date BEFORE INSERT ON "LedgerTransaction" FOR EACH ROW EXECUTE FUNCTION ledger_date();

CREATE FUNCTION ledger_entry_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT t."at" INTO NEW."at" FROM "LedgerTransaction" t WHERE t."key" = NEW."transactionKey";
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_entry_date BEFORE INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION ledger_entry_date();

-- An account's balance is moved by its entries, and by nothing else.
CREATE FUNCTION ledger_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "LedgerAccount" SET "balanceFen" = "balanceFen" + NEW."amountFen" WHERE "id" = NEW."accountId";
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_book AFTER INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION ledger_book();

CREATE FUNCTION ledger_account_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW."balanceFen" <> 0 THEN
    RAISE EXCEPTION 'an account of the ledger begins with nothing';
  END IF;
  -- The depth is 2 within the trigger of an entry.
  IF TG_OP = 'UPDATE' AND (pg_trigger_depth() < 2
    OR (NEW."id", NEW."kind", NEW."fundId", NEW."allotmentId")
      IS DISTINCT FROM (OLD."id", OLD."kind", OLD."fundId", OLD."allotmentId")) THEN
    RAISE EXCEPTION 'an account of the ledger is moved by entries alone';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_account_guard BEFORE INSERT OR UPDATE ON "LedgerAccount"
  FOR EACH ROW EXECUTE FUNCTION ledger_account_guard();
CREATE TRIGGER ledger_account_kept BEFORE DELETE ON "LedgerAccount" FOR EACH ROW EXECUTE FUNCTION append_only();

-- What there was becomes entries: fund, allotment, what each case has set aside, and what no case accounts for.
INSERT INTO "LedgerAccount" ("id", "kind", "fundId")
  SELECT f."id" || '/' || k, k::"LedgerAccountKind", f."id" FROM "Fund" f, unnest(ARRAY['source', 'unallotted']) k;
INSERT INTO "LedgerAccount" ("id", "kind", "fundId", "allotmentId")
  SELECT a."id" || '/' || k, k::"LedgerAccountKind", a."fundId", a."id"
  FROM "Allotment" a, unnest(ARRAY['available', 'reserved', 'committed', 'spent']) k;

CREATE TEMPORARY TABLE opening ("key" TEXT, "kind" TEXT, "caseNo" TEXT, "minus" TEXT, "plus" TEXT, "amountFen" BIGINT);
INSERT INTO opening SELECT 'fund/' || "id", 'funded', NULL, "id" || '/source', "id" || '/unallotted', "amountFen"
  FROM "Fund" WHERE "amountFen" > 0;
INSERT INTO opening SELECT 'allotment/' || "id", 'allotted', NULL, "fundId" || '/unallotted', "id" || '/available', "amountFen"
  FROM "Allotment" WHERE "amountFen" > 0;
INSERT INTO opening SELECT "caseNo" || '/opened', 'opened', "caseNo", "allotmentId" || '/available',
    "allotmentId" || '/' || "state", "amountFen"
  FROM "Commitment" WHERE "state" <> 'released' AND "amountFen" > 0;
INSERT INTO opening SELECT 'allotment/' || a."id" || '/opened/' || k, 'opened', NULL, a."id" || '/available',
    a."id" || '/' || k, counted.fen - coalesce(held.fen, 0)
  FROM "Allotment" a
  CROSS JOIN LATERAL (VALUES ('reserved', a."reservedFen"), ('committed', a."committedFen"), ('spent', a."spentFen")) counted(k, fen)
  LEFT JOIN LATERAL (
    SELECT sum(c."amountFen")::bigint AS fen FROM "Commitment" c WHERE c."allotmentId" = a."id" AND c."state"::text = k
  ) held ON true
  WHERE counted.fen <> coalesce(held.fen, 0);
INSERT INTO "LedgerTransaction" ("key", "kind", "caseNo", "lines")
  SELECT "key", "kind"::"LedgerTransactionKind", "caseNo", 2 FROM opening;
INSERT INTO "LedgerEntry" ("transactionKey", "accountId", "amountFen")
  SELECT "key", "plus", "amountFen" FROM opening WHERE "kind" = 'funded'
  UNION ALL SELECT "key", "minus", -"amountFen" FROM opening WHERE "kind" = 'funded';
INSERT INTO "LedgerEntry" ("transactionKey", "accountId", "amountFen")
  SELECT "key", "plus", "amountFen" FROM opening WHERE "kind" = 'allotted'
  UNION ALL SELECT "key", "minus", -"amountFen" FROM opening WHERE "kind" = 'allotted';
INSERT INTO "LedgerEntry" ("transactionKey", "accountId", "amountFen")
  SELECT "key", "plus", "amountFen" FROM opening WHERE "kind" = 'opened'
  UNION ALL SELECT "key", "minus", -"amountFen" FROM opening WHERE "kind" = 'opened';
DROP TABLE opening;

ALTER TABLE "Allotment" DROP CONSTRAINT "Allotment_never_overdrawn";
ALTER TABLE "Allotment" DROP COLUMN "reservedFen", DROP COLUMN "committedFen", DROP COLUMN "spentFen", DROP COLUMN "fundSource";
ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_not_negative" CHECK ("amountFen" >= 0);

-- A transaction has all its entries when it is committed, they sum to zero, and none is added later.
CREATE FUNCTION ledger_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted TEXT := to_jsonb(NEW) ->> TG_ARGV[0];
  found_lines INTEGER;
  sum_fen NUMERIC;
BEGIN
  SELECT count(*), coalesce(sum("amountFen"), 0) INTO found_lines, sum_fen
    FROM "LedgerEntry" WHERE "transactionKey" = wanted;
  IF sum_fen <> 0 OR found_lines IS DISTINCT FROM (SELECT "lines" FROM "LedgerTransaction" WHERE "key" = wanted) THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', wanted;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_balanced AFTER INSERT ON "LedgerTransaction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_balanced('key');
CREATE CONSTRAINT TRIGGER ledger_balanced AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_balanced('transactionKey');

-- What is booked stays. The triggers refuse everybody, the owner and a superuser too, as long as they are on.
CREATE TRIGGER transaction_append_only BEFORE UPDATE OR DELETE ON "LedgerTransaction"
  FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER transaction_not_truncated BEFORE TRUNCATE ON "LedgerTransaction" EXECUTE FUNCTION append_only();
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER entry_not_truncated BEFORE TRUNCATE ON "LedgerEntry" EXECUTE FUNCTION append_only();
CREATE TRIGGER account_not_truncated BEFORE TRUNCATE ON "LedgerAccount" EXECUTE FUNCTION append_only();
CREATE TRIGGER allotment_append_only BEFORE UPDATE OR DELETE ON "Allotment" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER fund_append_only BEFORE DELETE OR UPDATE OF "id", "source", "areaCode", "fiscalYear", "amountFen" ON "Fund"
  FOR EACH ROW EXECUTE FUNCTION append_only();

-- And by privilege: whoever these tables belong to may not change them either, unless he grants it to himself again
-- (a superuser is above privileges). "key" alone stays: the foreign key of the entries locks its transaction by it.
REVOKE ALL ON "LedgerAccount", "LedgerTransaction", "LedgerEntry" FROM PUBLIC;
REVOKE UPDATE, DELETE, TRUNCATE ON "LedgerTransaction", "LedgerEntry" FROM CURRENT_USER;
REVOKE DELETE, TRUNCATE ON "LedgerAccount" FROM CURRENT_USER;
GRANT UPDATE ("key") ON "LedgerTransaction" TO CURRENT_USER;
