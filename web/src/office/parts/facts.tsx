export { Facts } from '../../common/parts/facts.js';
