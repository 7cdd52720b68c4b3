-- Cases whose order is with the bank, or whose order's end they have still to go on from.
CREATE INDEX "Case_in_transfer" ON "Case" ("caseNo") WHERE "running" AND "stage" = 'bankTransfer';
