/** The one style sheet of the pages. */
export const STYLE = `
:root {
  --ink: #1b2420; --soft: #55625b; --line: #d5ddd8; --paper: #ffffff; --ground: #f4f7f5;
  --green: #0b6148; --green-pale: #e3f1ea; --amber-pale: #fff3d6; --amber-ink: #6b4500;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--green); text-underline-offset: 0.2em; }
a:focus-visible, summary:focus-visible, main:focus-visible { outline: 3px solid #1f7ae0; outline-offset: 2px; }
main:focus { outline-offset: -3px; }
.en { color: var(--soft); font-size: 0.9em; }
.wide, main { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
.lead .en, .demo .en, .sentences .en { display: block; }
.skip { position: absolute; left: -100rem; background: var(--paper); padding: 0.5rem 1rem; }
.skip:focus { left: 0; top: 0; z-index: 1; }

.top { background: var(--green); }
.top .wide { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; }
.top a { color: #fff; text-decoration: none; padding: 0.7rem 0; display: inline-block; }
.top a:hover { text-decoration: underline; }
.top a:focus-visible { outline-color: #fff; }
.top .en { color: #d9efe4; }
.brand { font-size: 1.25rem; font-weight: 700; }
.top nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.demo { background: var(--amber-pale); color: var(--amber-ink); padding: 0.5rem 1rem; text-align: center; }
.demo .en { color: inherit; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding: 0.5rem 0 2rem; color: var(--soft); }
footer p { margin: 0.5rem 0 0; }

h1 { font-size: 1.6rem; line-height: 1.3; margin: 1.75rem 0 0.75rem; }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 2.25rem 0 0.75rem; }
h3 { font-size: 1.05rem; line-height: 1.4; margin: 0 0 0.4rem; }
.inside h3 { font-size: 0.95rem; margin: 1rem 0 0.35rem; }
:target { scroll-margin-top: 1rem; }
h1 .en, h2 .en, h3 .en { font-weight: 400; }
.lead { max-width: 46rem; }

.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); padding: 0; margin: 0; list-style: none; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; padding: 1rem 1.1rem; }
.card p { margin: 0.3rem 0 0; }
.amount { font-size: 1.35rem; font-weight: 700; color: var(--green); }
.pairs { display: grid; grid-template-columns: auto 1fr; gap: 0.15rem 0.9rem; margin: 0.6rem 0 0; }
.pairs dt { color: var(--soft); }
.pairs dd { margin: 0; }
@media (max-width: 32rem) {
  main > .pairs { display: block; }
  main > .pairs dt { margin-top: 0.5rem; }
}
.badge { display: inline-block; border-radius: 0.3rem; background: var(--green-pale); color: var(--green); padding: 0 0.5rem; font-size: 0.9rem; }
.badge .en { color: inherit; }
.badge.wait { background: var(--amber-pale); color: var(--amber-ink); }
.hint { margin: 0.8rem 0 0; color: var(--soft); }
.none { background: var(--paper); border: 1px dashed var(--line); border-radius: 0.6rem; padding: 1rem; color: var(--soft); }

.way { list-style: none; counter-reset: step; padding: 0; margin: 0; display: grid; gap: 0.6rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5rem), 1fr)); }
.way li { counter-increment: step; background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.7rem 0.9rem 0.7rem 3.1rem; position: relative; }
.way li::before { content: counter(step); position: absolute; left: 0.9rem; top: 0.8rem; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: var(--green); color: #fff; text-align: center; line-height: 1.5rem; font-size: 0.9rem; }
.way small { display: block; color: var(--soft); }

.messages { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.8rem; }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.messages p { margin: 0.5rem 0 0; white-space: pre-wrap; }
.meta { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; align-items: baseline; color: var(--soft); }
.meta strong { color: var(--ink); }
.more { margin-top: 1.25rem; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }

.contents { columns: 16rem; padding-left: 1.2rem; }
details { background: var(--paper); border: 1px solid var(--line); border-radius: 0.5rem; margin: 0.5rem 0; }
summary { padding: 0.6rem 0.9rem; cursor: pointer; }
details[open] > summary { border-bottom: 1px solid var(--line); }
.inside { padding: 0.4rem 0.9rem 0.9rem; }
.method { display: inline-block; min-width: 3.6rem; text-align: center; border-radius: 0.3rem; background: var(--green); color: #fff; font: 700 0.8rem/1.6 ui-monospace, Menlo, Consolas, monospace; }
.method.get { background: #24507e; }
code { font: 0.9em/1.5 ui-monospace, Menlo, Consolas, monospace; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid #1f7ae0; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; background: var(--paper); }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.7rem 0.35rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; }
tbody th { font-weight: 400; white-space: nowrap; }
tr:target { background: var(--amber-pale); }
td { min-width: 8rem; }

.sheet { background: var(--paper); border: 1px solid var(--line); padding: 1.5rem; margin: 1rem 0; color: #000; }
.sheet h2 { margin: 0 0 0.5rem; }
.sheet h3 { margin: 1rem 0 0.3rem; }
.sheet p { margin: 0.3rem 0; }
.sheet-head { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; }
.qr { width: 7.5rem; height: 7.5rem; display: block; }
.written th, .written td { border: 1px solid #000; padding: 0.3rem 0.5rem; min-width: 0; color: #000; }
.written tbody th { width: 8rem; }
.written td { height: 2.1rem; }
.written .tall td { height: 6rem; }
.ticks { list-style: none; padding: 0; margin: 0; }
.declaration { font-weight: 600; }
.signatures { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 2.5rem 0 0.5rem; }
.signatures p { flex: 1 1 12rem; border-bottom: 1px solid #000; }
.gap { display: inline-block; min-width: 8rem; border-bottom: 1px solid #000; text-align: center; }
@page { size: A4; margin: 12mm; }
@media print {
  .top, .demo, footer, .skip, main:has(.sheet) > :not(.sheet) { display: none; }
  html:has(.sheet) { font-size: 12px; }
  body { background: #fff; }
  main:has(.sheet) { max-width: none; padding: 0; }
  .sheet { border: 0; padding: 0; margin: 0; break-after: page; }
  .sheet:last-child { break-after: auto; }
}
`;

/** A sheet with a tick: the icon of the pages. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b6148"/><path d="M9 17l5 5 9-12" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
