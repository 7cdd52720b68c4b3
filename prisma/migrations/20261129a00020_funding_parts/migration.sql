-- 资金分担: what a case has of each of those who bear its programme together is a part of its own, from an allotment of
-- its bearer. Cases that there are have all of it from one.
CREATE TYPE "CommitmentPart" AS ENUM ('whole', 'province', 'city', 'county');
ALTER TABLE "Commitment" ADD COLUMN "part" "CommitmentPart" NOT NULL DEFAULT 'whole';
ALTER TABLE "Commitment" DROP CONSTRAINT "Commitment_pkey", ADD CONSTRAINT "Commitment_pkey" PRIMARY KEY ("caseNo", "part");

-- What each of them pays of an order.
CREATE TABLE "PaymentPart" (
    "reference" TEXT NOT NULL,
    "part" "CommitmentPart" NOT NULL,
    "documentNo" TEXT NOT NULL,
    "accountCode" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,

    CONSTRAINT "PaymentPart_pkey" PRIMARY KEY ("reference", "part"),
    CONSTRAINT "PaymentPart_pays" CHECK ("amountFen" > 0)
);
ALTER TABLE "PaymentPart" ADD CONSTRAINT "PaymentPart_reference_fkey" FOREIGN KEY ("reference") REFERENCES "Payment"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER payment_part_append_only BEFORE UPDATE OR DELETE ON "PaymentPart" FOR EACH ROW EXECUTE FUNCTION append_only();

-- An order is made (as prepared) of what its case has committed, in all its parts, and no other order is to spend.
CREATE OR REPLACE FUNCTION order_covered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  left_fen BIGINT;
  ordered_fen NUMERIC;
BEGIN
  PERFORM 1 FROM "Commitment" WHERE "caseNo" = NEW."caseNo" AND "state" = 'committed' ORDER BY "part" FOR NO KEY UPDATE;
  SELECT sum("amountFen" - "spentFen") INTO left_fen FROM "Commitment"
    WHERE "caseNo" = NEW."caseNo" AND "state" = 'committed';
  SELECT coalesce(sum("amountFen"), 0) INTO ordered_fen FROM "Payment" WHERE "caseNo" = NEW."caseNo"
    AND "state" IN ('prepared', 'checked', 'batched', 'sent', 'unknown', 'accepted');
  IF ordered_fen + NEW."amountFen" > coalesce(left_fen, 0) THEN
    RAISE EXCEPTION 'payment order % is above what case % has committed', NEW."reference", NEW."caseNo";
  END IF;
  RETURN NEW;
END $$;
