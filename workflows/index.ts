export { directProject } from './direct-project.js';
export { performanceReview } from './review.js';
