-- Follow-up of a relocation: its stages, its strand, the offices that settle what is open.
ALTER TYPE "Stage" ADD VALUE 'followUpAwaited';
ALTER TYPE "Stage" ADD VALUE 'followUpVisit';
ALTER TYPE "Stage" ADD VALUE 'residenceSettlement';
ALTER TYPE "Stage" ADD VALUE 'schoolSettlement';
ALTER TYPE "Stage" ADD VALUE 'clinicSettlement';
ALTER TYPE "Stage" ADD VALUE 'workSettlement';
ALTER TYPE "Stage" ADD VALUE 'insuranceSettlement';
ALTER TYPE "Stage" ADD VALUE 'followUpOpen';
ALTER TYPE "Strand" ADD VALUE 'followUp';
ALTER TYPE "Role" ADD VALUE 'registrationOfficer';
ALTER TYPE "Role" ADD VALUE 'educationOfficer';
ALTER TYPE "Role" ADD VALUE 'healthOfficer';
ALTER TYPE "Role" ADD VALUE 'employmentOfficer';
ALTER TYPE "OfficeKind" ADD VALUE 'publicSecurity';
ALTER TYPE "OfficeKind" ADD VALUE 'education';
ALTER TYPE "OfficeKind" ADD VALUE 'health';
ALTER TYPE "OfficeKind" ADD VALUE 'employment';
