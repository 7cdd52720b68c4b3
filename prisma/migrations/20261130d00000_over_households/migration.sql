-- 保管期满: households that left the register and are not erased yet, some of which nothing is kept of.
CREATE INDEX "Household_left" ON "Household" ("id")
  WHERE "standing" IN ('exited', 'unregistered') AND length("wrappedKey") > 0;
