import { isPaperType, PAPER_BYTES } from '../../../../domain/rules/paper-limits.js';

/** Long side of what a photograph is shrunk to: letters on a receipt can still be read. */
const MOST_PIXELS = 2_000;
const QUALITY = 0.82;

export type Unfit = 'tooLarge' | 'unreadable';

/** A photograph as small as it may be, a PDF as it is; or why it can't be taken. */
export async function shrunk(file: File): Promise<Blob | Unfit> {
  const fit = file.type === 'application/pdf' ? file : await asPhotograph(file);
  if (!fit || !isPaperType(fit.type)) return 'unreadable';
  return fit.size > PAPER_BYTES ? 'tooLarge' : fit;
}

async function asPhotograph(file: File): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)];
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY));
}
