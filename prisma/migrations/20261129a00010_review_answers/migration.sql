-- 绩效评价: what the household and whoever visited it said to each thing that the programme's review looks at.
ALTER TABLE "Review" ADD COLUMN "reported" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "answers" TEXT[] DEFAULT ARRAY[]::TEXT[];
