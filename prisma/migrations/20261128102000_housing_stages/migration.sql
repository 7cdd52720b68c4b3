-- Renovation: its stages, and who appraises and accepts.
ALTER TYPE "Stage" ADD VALUE 'houseAppraisal';
ALTER TYPE "Stage" ADD VALUE 'housingApproval';
ALTER TYPE "Stage" ADD VALUE 'worksStart';
ALTER TYPE "Stage" ADD VALUE 'worksAcceptance';
ALTER TYPE "Stage" ADD VALUE 'otherHousing';
ALTER TYPE "Role" ADD VALUE 'housingOfficer';
