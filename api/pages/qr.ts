import { create } from 'qrcode';
import { type Html, html } from './html.js';

/** Light squares around it, as readers need them. */
const QUIET = 4;

/** A QR code as a drawing: it prints sharp, and no picture is asked for. */
export function qr(text: string, label: string): Html {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data, (on, index) => (on ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : ''));
  const wide = size + 2 * QUIET;
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="${-QUIET} ${-QUIET} ${wide} ${wide}">
    <rect x="${-QUIET}" y="${-QUIET}" width="${wide}" height="${wide}" fill="#fff" />
    <path d="${dark.join('')}" fill="#000" />
  </svg>`;
}
