-- CreateTable
CREATE TABLE "MasterKey" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MasterKey_pkey" PRIMARY KEY ("id")
);

-- There is one master key.
ALTER TABLE "MasterKey" ADD CONSTRAINT "MasterKey_one" CHECK ("id" = 1);
