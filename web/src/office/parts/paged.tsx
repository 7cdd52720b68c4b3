export { Paged } from '../../common/parts/paged.js';
