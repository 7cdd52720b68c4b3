-- 长期租赁: what a case pays may be the rent of so many months, in place of a renovation.
ALTER TABLE "Case" ADD COLUMN "rentMonths" INTEGER;
ALTER TABLE "Case" ADD CONSTRAINT "Case_rent_months" CHECK ("rentMonths" > 0);
