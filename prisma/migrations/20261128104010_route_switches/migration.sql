-- Which ways of applying are open: 农户直报, 捆绑申报, 逐级申报; as counties and townships say it, from a day on.
CREATE TYPE "ApplicationRoute" AS ENUM ('direct', 'bundled', 'tiered');
CREATE TABLE "RouteSwitch" (
    "areaCode" TEXT NOT NULL,
    "route" "ApplicationRoute" NOT NULL,
    "from" CHAR(10) NOT NULL,
    "open" BOOLEAN NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RouteSwitch_pkey" PRIMARY KEY ("areaCode", "route", "from")
);
