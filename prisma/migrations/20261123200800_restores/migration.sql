-- What was restored from a backup is compared with the engine and the bank, and signed off, before anything leaves.
CREATE TABLE "Restore" (
  "id" TEXT NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "comparedAt" TIMESTAMPTZ(3),
  "report" JSONB,
  "signedOffById" TEXT,
  "signedOffAt" TIMESTAMPTZ(3),
  CONSTRAINT "Restore_pkey" PRIMARY KEY ("id")
);
-- One at a time is open.
CREATE UNIQUE INDEX "Restore_open" ON "Restore" ((true)) WHERE "signedOffAt" IS NULL;

-- Grows while workers run. What they have seen of it is kept outside of the database: one that knows less is older.
CREATE SEQUENCE "restore_mark";
