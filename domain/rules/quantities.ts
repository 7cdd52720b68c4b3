/** What a programme takes applications for, in the smallest steps of its measure. */
export interface QuantityLimits {
  readonly minimum: number;
  readonly maximum: number;
}

export const isWithin = ({ minimum, maximum }: QuantityLimits, quantity: number): boolean =>
  minimum <= quantity && quantity <= maximum;

/** A quantity in its unit for people to read: 1250 at scale 2 is `12.50`. */
export function quantityText(quantity: number, scale: number): string {
  if (scale === 0) return String(quantity);
  const digits = String(quantity).padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
