-- 安置点: capacity, taken and left; a plot is given once, a site is not overbooked.
CREATE TYPE "PlotKind" AS ENUM ('plot', 'flat');

CREATE TABLE "ResettlementSite" (
    "id" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "areaCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "enteredById" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ResettlementSite_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ResettlementSite_countyCode_name_key" ON "ResettlementSite"("countyCode", "name");
CREATE INDEX "ResettlementSite_countyCode_enteredAt_id_idx" ON "ResettlementSite"("countyCode", "enteredAt", "id");
ALTER TABLE "ResettlementSite" ADD CONSTRAINT "ResettlementSite_never_overbooked" CHECK ("taken" >= 0 AND "taken" <= "capacity");

CREATE TABLE "ResettlementPlot" (
    "siteId" TEXT NOT NULL,
    "no" TEXT NOT NULL,
    "kind" "PlotKind" NOT NULL,
    "squareMetres" INTEGER NOT NULL,
    "caseNo" TEXT,
    "persons" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ResettlementPlot_pkey" PRIMARY KEY ("siteId", "no")
);
CREATE UNIQUE INDEX "ResettlementPlot_caseNo_key" ON "ResettlementPlot"("caseNo");
ALTER TABLE "ResettlementPlot" ADD CONSTRAINT "ResettlementPlot_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "ResettlementSite"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ResettlementPlot" ADD CONSTRAINT "ResettlementPlot_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ResettlementPlot" ADD CONSTRAINT "ResettlementPlot_given_to_persons" CHECK (("caseNo" IS NULL) = ("persons" = 0) AND "persons" >= 0);
ALTER TABLE "ResettlementPlot" ADD CONSTRAINT "ResettlementPlot_area" CHECK ("squareMetres" > 0);

-- A plot that is given goes to nobody else before it is free again.
CREATE FUNCTION plot_given_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'plot % of site % is given to another case', OLD."no", OLD."siteId";
END $$;
CREATE TRIGGER plot_given_once BEFORE UPDATE ON "ResettlementPlot" FOR EACH ROW
  WHEN (OLD."caseNo" IS NOT NULL AND NEW."caseNo" IS NOT NULL AND NEW."caseNo" <> OLD."caseNo")
  EXECUTE FUNCTION plot_given_once();
