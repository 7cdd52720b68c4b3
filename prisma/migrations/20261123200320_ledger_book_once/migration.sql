-- An account's balance is moved by its entries, and by nothing else; once for all that are booked together, so that
-- hundreds of payments of one allotment do not make it hundreds of times.
DROP TRIGGER ledger_book ON "LedgerEntry";
CREATE OR REPLACE FUNCTION ledger_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "LedgerAccount" a SET "balanceFen" = a."balanceFen" + moved.fen
    FROM (SELECT "accountId", sum("amountFen")::bigint AS fen FROM booked GROUP BY "accountId") moved
    WHERE a."id" = moved."accountId";
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_book AFTER INSERT ON "LedgerEntry" REFERENCING NEW TABLE AS booked
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_book();
