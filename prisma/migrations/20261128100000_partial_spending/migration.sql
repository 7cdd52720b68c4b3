-- A case may be paid in parts: what of its money is spent stands beside what it has in all.
ALTER TABLE "Commitment" ADD COLUMN "spentFen" BIGINT NOT NULL DEFAULT 0, ADD COLUMN "waitingFen" BIGINT NOT NULL DEFAULT 0;
UPDATE "Commitment" SET "spentFen" = "amountFen" WHERE "state" = 'spent';
UPDATE "Commitment" k SET "waitingFen" = k."amountFen" FROM "Case" c
  WHERE k."state" = 'released' AND c."caseNo" = k."caseNo" AND c."running" AND c."reopenedAt" IS NOT NULL;
UPDATE "Commitment" SET "amountFen" = 0 WHERE "state" = 'released';

-- Nothing is paid above what was approved, and what is neither reserved nor committed is spent.
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_spent_of_it" CHECK ("spentFen" BETWEEN 0 AND "amountFen" AND "waitingFen" >= 0);
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_nothing_left"
  CHECK ("state" IN ('reserved', 'committed') OR "spentFen" = "amountFen" AND ("state" = 'spent') = ("spentFen" > 0));
-- Cases whose money came back to a year that had lapsed.
CREATE INDEX "Commitment_waiting" ON "Commitment" ("caseNo") WHERE "waitingFen" > 0;

-- An order is made (as prepared) of what its case has committed and no other order is to spend.
CREATE FUNCTION order_covered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  left_fen BIGINT;
  ordered_fen NUMERIC;
BEGIN
  SELECT "amountFen" - "spentFen" INTO left_fen FROM "Commitment"
    WHERE "caseNo" = NEW."caseNo" AND "state" = 'committed' FOR NO KEY UPDATE;
  SELECT coalesce(sum("amountFen"), 0) INTO ordered_fen FROM "Payment" WHERE "caseNo" = NEW."caseNo"
    AND "state" IN ('prepared', 'checked', 'batched', 'sent', 'unknown', 'accepted');
  IF ordered_fen + NEW."amountFen" > coalesce(left_fen, 0) THEN
    RAISE EXCEPTION 'payment order % is above what case % has committed', NEW."reference", NEW."caseNo";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_covered BEFORE INSERT ON "Payment" FOR EACH ROW
  WHEN (NEW."state" = 'prepared') EXECUTE FUNCTION order_covered();
