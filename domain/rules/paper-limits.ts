/** The largest file that is taken. */
export const PAPER_BYTES = 15 * 1024 * 1024;

const PAPER_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;

export const isPaperType = (contentType: string): boolean => (PAPER_TYPES as readonly string[]).includes(contentType);
