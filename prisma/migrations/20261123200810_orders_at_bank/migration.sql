-- An order of which the bank turned out to have heard, though its restored row said that it had not left the house.
ALTER TABLE "Payment" ADD COLUMN "restoreId" TEXT;
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_restoreId_fkey" FOREIGN KEY ("restoreId") REFERENCES "Restore"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
