export { type Column, Listing } from '../../common/parts/listing.js';
