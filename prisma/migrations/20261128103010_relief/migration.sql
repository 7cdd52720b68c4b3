-- Relief: decided at once, confirmed by a second officer after it was paid, or claimed back.
ALTER TYPE "Stage" ADD VALUE 'reliefDecision' BEFORE 'householdChange';
ALTER TYPE "Stage" ADD VALUE 'reliefConfirmation' BEFORE 'householdChange';
ALTER TYPE "RecoveryCause" ADD VALUE 'notConfirmed';
