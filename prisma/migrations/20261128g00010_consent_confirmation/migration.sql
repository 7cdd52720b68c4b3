-- What a helper files is confirmed with the household before anything is paid: a task beside the case.
ALTER TYPE "Stage" ADD VALUE 'consentConfirmation';
