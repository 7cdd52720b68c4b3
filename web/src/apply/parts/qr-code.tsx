import { create } from 'qrcode';

const QUIET = 4;

/** A QR code, drawn here: no picture is asked for, and it prints sharp. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data, (on, index) => (on ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : ''));
  const wide = size + 2 * QUIET;
  return (
    <figure className="qr">
      <svg aria-hidden="true" viewBox={`${-QUIET} ${-QUIET} ${wide} ${wide}`}>
        <rect x={-QUIET} y={-QUIET} width={wide} height={wide} fill="#fff" />
        <path d={dark.join('')} fill="#000" />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
