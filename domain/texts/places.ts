import type { Place } from '../rules/places.js';
import type { Bilingual } from '../schemas/common.js';

const DECIMALS = 5;
const degrees = (value: number): string => `${Math.abs(value).toFixed(DECIMALS)}°`;

/** A place as people read it. */
export const placeText = ({ latitude, longitude }: Place): Bilingual => ({
  zh: `${latitude < 0 ? '南纬' : '北纬'}${degrees(latitude)}，${longitude < 0 ? '西经' : '东经'}${degrees(longitude)}`,
  en: `${degrees(latitude)} ${latitude < 0 ? 'S' : 'N'}, ${degrees(longitude)} ${longitude < 0 ? 'W' : 'E'}`,
});
