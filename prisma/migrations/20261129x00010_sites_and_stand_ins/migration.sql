-- Where a photograph was taken; in whose place somebody gave a second signature.
ALTER TABLE "Paper" ADD COLUMN "placeSealed" BYTEA;
ALTER TABLE "Recovery" ADD COLUMN "signedForId" TEXT;
ALTER TABLE "SetOffOrder" ADD COLUMN "signedForId" TEXT;
