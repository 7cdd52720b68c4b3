-- Every order asks whether its account is a helper's or an official's.
CREATE INDEX "Official_accountHash_idx" ON "Official"("accountHash");
CREATE INDEX "Helper_accountHash_idx" ON "Helper"("accountHash");
