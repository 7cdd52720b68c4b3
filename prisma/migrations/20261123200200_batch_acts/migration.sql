-- The act by which finance sent a batch before the cut-off: repeated, it finds its batch.
ALTER TABLE "PaymentBatch" ADD COLUMN "actId" TEXT;
CREATE UNIQUE INDEX "PaymentBatch_actId_key" ON "PaymentBatch"("actId");
