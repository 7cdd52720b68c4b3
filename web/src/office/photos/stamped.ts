import { isPaperType, PAPER_BYTES } from '../../../../domain/rules/paper-limits.js';

/** Long side of a photograph as it is kept: what stands on a stone or a receipt can still be read. */
const MOST_PIXELS = 2_000;
const QUALITY = 0.82;
const LETTER = 0.028;

type Unfit = 'tooLarge' | 'unreadable';

/** A photograph small enough to be sent, with a line below that says when and where; a PDF as it is. */
export async function stamped(file: File, line: string): Promise<Blob | Unfit> {
  const fit = file.type === 'application/pdf' ? file : await photograph(file, line);
  if (!fit || !isPaperType(fit.type)) return 'unreadable';
  return fit.size > PAPER_BYTES ? 'tooLarge' : fit;
}

async function photograph(file: File, line: string): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)];
  const drawing = canvas.getContext('2d');
  drawing?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  if (drawing) write(drawing, line);
  picture.close();
  return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY));
}

/** White on a dark band, at the lower edge. */
function write(drawing: CanvasRenderingContext2D, line: string): void {
  const { width, height } = drawing.canvas;
  const size = Math.max(1, Math.round(width * LETTER));
  drawing.fillStyle = 'rgba(0, 0, 0, 0.65)';
  drawing.fillRect(0, height - 2 * size, width, 2 * size);
  drawing.fillStyle = '#fff';
  drawing.font = `${size}px sans-serif`;
  drawing.fillText(line, size / 2, height - size * 0.65, width - size);
}
