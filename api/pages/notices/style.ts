/** Lists with their way through the areas, forms, tables that become cards on a phone, the sheet for the board. */
export const NOTICES_STYLE = `
.language { margin-left: auto; background: none; border: 1px solid #fff; border-radius: 0.4rem; color: #fff; font: inherit; padding: 0.25rem 0.75rem; min-height: 2.5rem; cursor: pointer; }
.top a.language { padding: 0.25rem 0.75rem; display: inline-flex; align-items: center; }
.top .language:focus-visible { outline: 3px solid #fff; outline-offset: 2px; }
.top a { min-height: 2.75rem; }
@media (max-width: 47.99rem) { .top nav { order: 1; flex-basis: 100%; } .top .wide { padding-top: 0.4rem; } }
footer a { display: inline-flex; align-items: center; min-height: 2.75rem; margin-right: 1.5rem; }

.trail ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0 0.5rem; padding: 0; margin: 0.5rem 0; }
.trail li { display: inline-flex; align-items: center; min-height: 2.5rem; }
.trail li + li::before { content: "›"; margin-right: 0.5rem; color: var(--soft); }
.trail a { display: inline-flex; align-items: center; min-height: 2.5rem; }
.trail [aria-current] { font-weight: 600; }
.tabs { display: flex; flex-wrap: wrap; gap: 0 0.5rem; border-bottom: 2px solid var(--line); margin-bottom: 1rem; }
.tabs a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 1rem; margin-bottom: -2px; border-bottom: 3px solid transparent; text-decoration: none; }
.tabs [aria-current] { border-color: var(--green); font-weight: 700; }
.beside { display: grid; gap: 1rem 2rem; }
.beside > * { min-width: 0; }
.places { background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.25rem 1rem 1rem; }
.places h2 { font-size: 1.05rem; margin: 0.75rem 0 0.5rem; }
.places ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; max-height: 12.5rem; overflow-y: auto; }
.places li a { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2.5rem; padding: 0 0.75rem; border: 1px solid var(--line); border-radius: 0.4rem; text-decoration: none; }
.places li a:hover { border-color: var(--green); }
.count { background: var(--green); color: #fff; border-radius: 1rem; padding: 0 0.5rem; font-size: 0.85rem; line-height: 1.4; }
@media (min-width: 60rem) {
  .beside { grid-template-columns: 15rem minmax(0, 1fr); align-items: start; }
  .places ul { display: grid; gap: 0; max-height: none; }
  .places li a { display: flex; justify-content: space-between; border: 0; padding: 0 0.5rem; }
  .places li a:hover { background: var(--green-pale); }
  body:has(.beside) main, body:has(.figures) main, body:has(.beside) .wide, body:has(.figures) .wide { max-width: 76rem; }
}
.beside h2:first-of-type { margin-top: 1rem; }
.card > .pairs { grid-template-columns: 5.5rem 1fr; }
:lang(en) .card > .pairs { grid-template-columns: 6.5rem 1fr; }
.none ul { margin: 0.5rem 0 0; padding-left: 1.2rem; }
.none p { margin: 0; color: var(--ink); }
.none a { display: inline-flex; align-items: center; min-height: 2.5rem; }

.search { background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; padding: 1rem; display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; }
.search .field { flex: 1 1 12rem; margin: 0; }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: 0.35rem 1.5rem; border: 1px solid var(--green); border-radius: 0.5rem; background: var(--green); color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.button.second, button.second { background: var(--paper); color: var(--green); }
button:focus-visible, .button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 3px solid #1f6fd6; outline-offset: 2px; }
.form { max-width: 42rem; }
.field { margin: 1.25rem 0; }
.field label, legend { font-weight: 600; padding: 0; }
.field .hint { margin: 0.15rem 0 0; }
.field .error { margin: 0.15rem 0 0; color: #a3161d; font-weight: 600; }
.field.wrong { border-left: 4px solid #a3161d; padding-left: 0.75rem; }
.field input, .field select, .field textarea { display: block; width: 100%; min-height: 2.75rem; margin-top: 0.4rem; padding: 0.4rem 0.75rem; border: 1px solid #66736c; border-radius: 0.4rem; background: var(--paper); color: inherit; font: inherit; }
.wrong input, .wrong textarea { border-color: #a3161d; }
fieldset { border: 0; margin: 1.75rem 0; padding: 0; min-width: 0; }
.form > button { min-width: 12rem; }
.problem, .good { border: 3px solid #a3161d; border-radius: 0.5rem; background: var(--paper); padding: 0.75rem 1rem; margin: 1rem 0; max-width: 42rem; }
.good { border-color: var(--green); }
.problem h2, .problem p, .good p { margin: 0 0 0.3rem; }
.problem a { color: #a3161d; }
.receipt-no { font-size: clamp(1.15rem, 5.5vw, 1.6rem); font-weight: 700; white-space: nowrap; color: var(--green); }
.written-answer { white-space: pre-wrap; background: var(--paper); border-left: 4px solid var(--green); padding: 0.75rem 1rem; }
.timeline { list-style: none; margin: 0; padding: 0; }
.timeline li { position: relative; border-left: 3px solid var(--green); padding: 0 0 0.9rem 1.1rem; margin-left: 0.4rem; }
.timeline li::before { content: ""; position: absolute; left: -0.55rem; top: 0.45rem; width: 0.9rem; height: 0.9rem; border-radius: 50%; background: var(--green); }
.timeline li:last-child { border-color: transparent; }
.timeline .ahead { color: var(--soft); }
.timeline .ahead::before { background: var(--paper); border: 3px solid var(--line); }
.timeline time { font-weight: 600; margin-right: 0.5rem; }

.figures { margin: 0.5rem 0 1rem; border: 1px solid var(--line); border-radius: 0.6rem; overflow: hidden; border-spacing: 0; border-collapse: separate; }
.figures caption { text-align: left; color: var(--soft); padding: 0 0 0.4rem; }
.figures th, .figures td { padding: 0.55rem 0.8rem; min-width: 0; }
.figures tbody th { white-space: normal; font-weight: 600; }
.figures .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figures .sum { background: var(--green-pale); font-weight: 600; }
.figures tr:last-child > * { border-bottom: 0; }
@media (max-width: 47.99rem) {
  .figures, .figures tbody, .figures tr, .figures th, .figures td { display: block; }
  .figures { border: 0; background: none; }
  .figures caption { display: block; }
  .figures thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .figures tr { background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.6rem 0.9rem; margin-bottom: 0.75rem; }
  .figures tbody th, .figures td, .figures td.number { display: flex; justify-content: space-between; gap: 1rem; text-align: right; border: 0; padding: 0.2rem 0; white-space: normal; }
  .figures tbody th { justify-content: start; text-align: left; }
  .figures td::before { content: attr(data-name); color: var(--soft); text-align: left; flex: none; }
}
.totals { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); margin: 1rem 0; padding: 0; list-style: none; }
.totals li { background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.75rem 1rem; }
.totals strong { display: block; font-size: clamp(0.95rem, 3.8vw, 1.3rem); white-space: nowrap; color: var(--green); font-variant-numeric: tabular-nums; }
.totals small { color: var(--soft); }

.board .sheet-head h2 { font-size: 1.6rem; }
.board table { min-width: 34rem; }
.board small { display: block; color: #444; }
.board .number { text-align: right; white-space: nowrap; }
.board thead th .en { display: block; }
.board .en { color: #444; }
.board tr { break-inside: avoid; }
/* Before it is printed it can be read on a phone. */
@media screen and (max-width: 47.99rem) {
  .board table { min-width: 0; }
  .board table, .board tbody, .board tr, .board td { display: block; }
  .board thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .board tr { border: 1px solid #000; margin-bottom: 0.5rem; padding: 0.3rem 0.5rem; }
  .board td, .board td.number { display: flex; gap: 0.75rem; border: 0; padding: 0.15rem 0; height: auto; text-align: left; }
  .board td::before { content: attr(data-name); flex: 0 0 5.5rem; color: #444; }
}
`;
