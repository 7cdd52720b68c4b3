-- What programmes ask of a household besides its group and its labour; null where the register does not say.
ALTER TABLE "Household" ADD COLUMN "incomeFen" INTEGER;
ALTER TABLE "Member" ADD COLUMN "disability" INTEGER;
ALTER TABLE "Member" ADD COLUMN "minority" BOOLEAN;
CREATE TYPE "VillageType" AS ENUM ('key', 'weak', 'minority');
ALTER TABLE "Area" ADD COLUMN "villageType" "VillageType";
