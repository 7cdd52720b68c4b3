-- Who has taken what waits for officials and is no step of one case: bundles, joint notices, second signatures.
CREATE TABLE "MatterClaim" (
    "matterId" TEXT NOT NULL,
    "claimedById" TEXT NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatterClaim_pkey" PRIMARY KEY ("matterId")
);
