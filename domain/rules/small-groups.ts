/** Results of fewer households than this would tell of a single one of them: they are counted, and not published. */
export const FEWEST_PUBLISHED = 3;

/** Whether results may be published of so many households together. */
export const mayBePublished = (households: number): boolean => households >= FEWEST_PUBLISHED;
