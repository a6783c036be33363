/** `style.css`: system fonts, light and dark by what the reader prefers, narrow and wide, and on paper. */
export const STYLE_SHEET = `:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #fff; --ink: #1b1f24; --soft: #57606a; --rule: #dfe3e8; --track: #e6e9ed;
  --link: #0b5cad; --good: #1a7f37; --fair: #8a5a00; --bad: #b3261e; --unsure: #57606a;
  --fill-good: #2da44e; --fill-fair: #d9920a; --fill-bad: #d1382e; --fill-unsure: #9aa4af;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0e1216; --card: #161b21; --ink: #e6eaee; --soft: #9da7b2; --rule: #2a313a; --track: #2a313a;
    --link: #79b8ff; --good: #56d17e; --fair: #e6b455; --bad: #ff8f86; --unsure: #9da7b2;
    --fill-good: #2f9e52; --fill-fair: #c98a14; --fill-bad: #e0564b; --fill-unsure: #66707b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
.wide { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
a { color: var(--link); text-underline-offset: 3px; text-decoration-thickness: 1px; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 12px; top: 12px; padding: 8px 14px; background: var(--card); z-index: 1; }
header { padding: 22px 0 6px; }
.site { color: var(--soft); font-weight: 600; text-decoration: none; letter-spacing: .01em; }
.site:hover { color: var(--ink); text-decoration: underline; }
footer { margin-top: 56px; padding: 20px 0 40px; border-top: 1px solid var(--rule); color: var(--soft); font-size: 13px; }
nav { margin: 12px 0 0; font-size: 14px; }
nav a::before { content: "←\\00a0"; content: "←\\00a0" / ""; }
h1 { margin: 0 0 6px; font-size: 30px; line-height: 1.2; letter-spacing: -.015em; font-weight: 650; text-wrap: balance; }
h2 { margin: 44px 0 14px; font-size: 19px; line-height: 1.3; letter-spacing: -.005em; font-weight: 650; }
h3 { margin: 0 0 6px; font-size: 15px; font-weight: 650; }
h3 small { font-weight: 400; }
p { margin: 0 0 4px; }
small { color: var(--soft); font-size: 13px; }
time, .pr { white-space: nowrap; }
.code { font: .9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
.calm { color: var(--soft); }
.good { color: var(--good); } .fair { color: var(--fair); } .bad { color: var(--bad); }
.hero { margin: 14px 0 22px; padding: 22px 26px; background: var(--card); border: 1px solid var(--rule); border-radius: 12px; border-left: 6px solid var(--fill-unsure); color: var(--ink); }
.hero p { margin: 0; color: var(--soft); }
.hero.good, .hero.healthy { border-left-color: var(--fill-good); }
.hero.fair, .hero.degraded { border-left-color: var(--fill-fair); }
.hero.bad, .hero.broken, .hero.repairable, .hero.unreachable { border-left-color: var(--fill-bad); }
.counts { display: flex; flex-wrap: wrap; gap: 12px; margin: 0; padding: 0; list-style: none; }
.counts li { flex: 1 1 168px; max-width: 271px; padding: 14px 16px; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
.counts a { color: inherit; text-decoration: none; } .counts a:hover { text-decoration: underline; }
.counts .n { float: right; font-size: 22px; line-height: 1.1; font-weight: 650; }
.counts p { margin: 4px 0 0; color: var(--soft); font-size: 13px; line-height: 1.4; }
.v { font-weight: 600; white-space: nowrap; color: var(--unsure); }
.v::before { display: inline-block; width: 1.35em; content: "?"; content: "?" / ""; }
.v.healthy { color: var(--good); } .v.healthy::before { content: "✓"; content: "✓" / ""; }
.v.degraded { color: var(--fair); } .v.degraded::before { content: "!"; content: "!" / ""; }
.v.broken, .v.repairable, .v.unreachable { color: var(--bad); }
.v.broken::before { content: "✕"; content: "✕" / ""; }
.v.repairable::before { content: "◐"; content: "◐" / ""; }
.v.unreachable::before { content: "○"; content: "○" / ""; }
.list { margin: 0; padding: 0; list-style: none; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
.list li { padding: 13px 18px 13px 16px; border-left: 4px solid var(--fill-unsure); }
.list p:last-child { margin: 0; }
.list li + li { border-top: 1px solid var(--rule); }
.list li:first-child { border-top-left-radius: 9px; } .list li:last-child { border-bottom-left-radius: 9px; }
.list .page, .list .error { border-left-color: var(--fill-bad); }
.list .warn, .list .warning { border-left-color: var(--fill-fair); }
.help { color: var(--soft); font-size: 14px; }
.tag { font-size: 12px; font-weight: 650; text-transform: uppercase; letter-spacing: .05em; }
.error .tag { color: var(--bad); } .warning .tag { color: var(--fair); } .info .tag { color: var(--soft); }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
table { width: 100%; border-collapse: collapse; text-align: left; }
caption { padding: 10px 16px; text-align: left; color: var(--soft); font-size: 13px; }
th, td { padding: 9px 16px; vertical-align: top; border-top: 1px solid var(--rule); font-weight: 400; }
.scroll th, .scroll td { overflow-wrap: normal; min-width: 7em; }
.scroll td:last-child { padding-right: 20px; }
thead th { color: var(--soft); font-size: 13px; white-space: nowrap; }
tbody th { font-weight: 550; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; overflow: hidden; }
.endpoints tbody tr:hover { background: var(--paper); }
.endpoints tbody th { width: 25%; } .endpoints td:nth-child(3) { width: 22%; } .endpoints td:nth-child(4) { width: 18%; } .endpoints .h { width: 13%; }
.endpoints small { white-space: nowrap; }
.bar { display: block; width: 100%; max-width: 220px; height: 6px; margin: 7px 0 5px; border-radius: 3px; background: var(--track); fill: var(--fill-good); }
.bar.due { fill: var(--fill-fair); } .bar.late { fill: var(--fill-bad); }
.strip { display: block; width: 100%; height: 10px; margin-top: 6px; border-radius: 3px; background: var(--track); }
.strip rect { fill: none; shape-rendering: crispEdges; }
.strip .healthy { fill: var(--fill-good); } .strip .degraded { fill: var(--fill-fair); }
.strip .broken, .strip .repairable, .strip .unreachable { fill: var(--fill-bad); } .strip .unknown { fill: var(--fill-unsure); }
.tall .strip { height: 34px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(210px, 1fr)); gap: 12px; margin: 0; }
.facts div { padding: 14px 16px; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
dt { color: var(--soft); font-size: 13px; } dd { margin: 2px 0 0; font-weight: 550; } dd small { font-weight: 400; }
.chains { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 12px; align-items: start; }
.chains > div, figure { margin: 0; padding: 16px 18px; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
.chain { margin: 10px 0 0; padding: 0; list-style: none; }
.chain li { position: relative; padding: 0 0 14px 24px; }
.chain li:last-child { padding-bottom: 0; }
.chain li::before { content: ""; position: absolute; left: 3px; top: 7px; width: 9px; height: 9px; border-radius: 50%; background: var(--soft); }
.chain li:not(:last-child)::after { content: ""; position: absolute; left: 7px; top: 20px; bottom: -3px; width: 1px; background: var(--soft); }
.chain b { display: block; font-weight: 550; } .chain small { display: block; }
.chain.needed li::before { background: var(--fill-good); }
.chain .missing b, .chain .missing small { color: var(--bad); }
.chain .wrong::before { background: var(--fill-fair); } .chain .wrong small { color: var(--fair); }
.chain .missing::before { background: none; border: 2px dashed var(--fill-bad); }
figure { margin-bottom: 12px; } figcaption p { color: var(--soft); font-size: 13px; margin-bottom: 10px; }
section > p + .scroll { margin-top: 10px; }
section > .scroll + figure, figure + .scroll, .scroll + figure { margin-top: 12px; } figure + .scroll { margin-bottom: 12px; }
.plot { display: grid; grid-template-columns: auto 1fr; column-gap: 10px; }
.plot svg { width: 100%; height: 160px; overflow: visible; }
.y { display: flex; flex-direction: column; justify-content: space-between; align-items: flex-end; margin: -9px 0; color: var(--soft); font-size: 12px; line-height: 18px; }
.x { display: flex; justify-content: space-between; grid-column: -2 / -1; padding-top: 8px; color: var(--soft); font-size: 12px; }
.grid { fill: none; stroke: var(--rule); vector-effect: non-scaling-stroke; }
.line { fill: none; stroke: var(--link); stroke-width: 2; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.area { fill: var(--link); opacity: .1; }
tbody { scroll-margin-top: 12px; }
@media screen and (max-width: 760px) {
  .wide { padding: 0 16px; }
  h1 { font-size: 24px; } h2 { margin-top: 34px; }
  .hero { padding: 18px 18px; }
  .counts { flex-direction: column; gap: 8px; } .counts li { flex: none; max-width: none; padding: 10px 14px; }
  .endpoints thead { position: absolute; left: -9999px; }
  .endpoints, .endpoints tbody, .endpoints caption { display: block; }
  .scroll thead { position: absolute; left: -9999px; }
  .scroll table, .scroll tbody, .scroll tr, .scroll caption, .scroll th, .scroll td { display: block; }
  .scroll tr { padding: 11px 16px; border-top: 1px solid var(--rule); }
  .scroll th, .scroll td, .scroll td:last-child { padding: 0; border: 0; overflow-wrap: anywhere; }
  .scroll td::before { content: attr(data-column) ": "; color: var(--soft); font-size: 13px; }
  .scroll td:empty { display: none; }
  .endpoints tr { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; padding: 13px 16px; border-top: 1px solid var(--rule); }
  .endpoints th, .endpoints td { padding: 0; border: 0; }
  .endpoints tbody th { width: auto; } .endpoints td:nth-child(n+3) { width: auto; grid-column: 1 / -1; }
  .endpoints td:empty { display: none; } .bar { max-width: none; }
  th, td { padding: 9px 14px; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --track: #ddd; --link: #000;
    --good: #14602a; --fair: #6b4600; --bad: #8c1d17; --unsure: #444; }
  body, small, caption, .counts p, .help, dt, nav, footer, figcaption p, thead th { font-size: 11px; } .tag, .x, .y { font-size: 10px; }
  h1 { font-size: 20px; } h2 { margin-top: 22px; font-size: 15px; break-after: avoid; }
  .wide { max-width: none; padding: 0; } .skip, nav { display: none; } .scroll { overflow: visible; }
  .facts { grid-template-columns: repeat(4, 1fr); } footer { margin-top: 20px; padding-bottom: 0; }
  tr, li, figure, .scroll, .counts li, .facts div { break-inside: avoid; } caption, thead { break-after: avoid; } thead { display: table-header-group; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
