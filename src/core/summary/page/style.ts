/** The look of the page, whatever it is shown in: its colours are the variables that the place gives it. */
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;padding:0;background:var(--page);color:var(--ink);font-family:var(--font);font-size:14px;line-height:1.5;word-break:keep-all;-webkit-text-size-adjust:100%}
main{max-width:1180px;margin:0 auto;padding:28px 24px 56px}
h1{margin:0;font-size:24px;line-height:1.25;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{margin:0 0 14px;font-size:17px;line-height:1.3;font-weight:650}
header p{margin:4px 0 0}
section{margin-top:40px}
.muted{color:var(--muted)}
.late{color:var(--late);font-weight:600}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(210px,1fr));gap:14px;margin:24px 0 0}
.numbers>div,figure,.list{background:var(--card);border:1px solid var(--line);border-radius:8px}
.numbers>div{padding:14px 16px 13px;min-width:0}
.numbers dt{font-size:13px;color:var(--muted)}
.numbers dd{margin:0;font-size:13px;overflow:hidden;text-overflow:ellipsis;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow-wrap:anywhere}
.numbers .value{font-size:28px;line-height:1.3;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr));gap:14px;align-items:stretch}
.short{white-space:nowrap}
@media (min-width:1000px){.figures.beside{grid-template-columns:minmax(0,5fr) minmax(0,8fr)}.beside>.list{max-height:330px}.beside>.list td:last-child{min-width:120px}}
.figures.wide{grid-template-columns:minmax(0,1fr)}
figure{margin:0;padding:14px 16px 12px;min-width:0;display:flex;flex-direction:column}
figcaption{display:flex;justify-content:space-between;align-items:baseline;gap:12px;font-weight:600;margin-bottom:12px}
.picture{overflow:auto;flex:1 0 auto}
.wide .picture{max-height:660px;flex:none}
.chart{display:block;max-width:100%;height:auto;overflow:visible;font-family:var(--font);font-size:12px}
.graph{max-width:none}
.graph:focus{outline:none}
.empty{margin:0;padding:22px 16px;color:var(--muted);text-align:center}
section>.empty{background:var(--card);border:1px dashed var(--line);border-radius:8px}
figure>.empty{margin:auto}
details{margin:7px -3px 0;padding:3px;overflow-x:auto}
summary{cursor:pointer;color:var(--muted);font-size:13px;width:fit-content;border-radius:4px}
details table{margin-top:8px}
.figures+.list{margin-top:14px}
.list{max-height:540px;overflow:auto;background:linear-gradient(var(--card) 40%,transparent) top/100% 60px no-repeat local,linear-gradient(transparent,var(--card) 60%) bottom/100% 60px no-repeat local,linear-gradient(var(--shade),transparent) top/100% 12px no-repeat,linear-gradient(transparent,var(--shade)) bottom/100% 12px no-repeat,var(--card)}
table{border-collapse:collapse;width:100%;font-size:13px}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:start;vertical-align:top;padding:7px 14px;border-top:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
thead th{color:var(--muted);font-size:12px;font-weight:600;white-space:nowrap;border-top:0;position:sticky;top:0;background:var(--card);box-shadow:0 1px 0 var(--line);overflow-wrap:normal}
tbody tr:first-child>*{border-top:0}
tbody th{min-width:180px}
details :is(th,td){padding-inline:8px}
details thead th{white-space:normal}
details tbody th{min-width:110px}
td:not(.number){min-width:84px}
.number{text-align:end;font-variant-numeric:tabular-nums}
tbody tr:hover>*{background:var(--hover)}
.note{margin:0;padding:10px 14px}
a{color:var(--link);text-decoration:none;cursor:pointer;border-radius:3px}
a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.list:focus-visible{outline-offset:-2px}
button{font:inherit;font-size:11px;font-weight:600;line-height:1;padding:4px 7px;color:var(--muted);background:transparent;border:1px solid var(--line);border-radius:4px;cursor:pointer}
button:hover{color:var(--ink);background:var(--hover)}
.tools{display:flex;gap:6px;flex:none}
svg text{fill:var(--ink)}
svg .tick,svg .small{fill:var(--muted);font-size:11px}
svg .sum{font-weight:600}
svg .legend text{fill:var(--muted)}
svg .count{fill:var(--card);font-weight:600;font-size:11px}
svg .axis{stroke:var(--muted);stroke-width:1;opacity:.6}
svg .grid{stroke:var(--line);stroke-width:1}
.part-proposed,.part-later,.part-open{fill:var(--blue)}
.part-draft{fill:var(--teal)}
.part-overdue{fill:var(--red)}
.part-week{fill:var(--amber)}
.part-none{fill:var(--grey)}
svg .on-week{fill:var(--on-amber)}
svg .part{stroke:var(--edge);stroke-width:var(--edge-width)}
.area-open{fill:var(--blue);opacity:.16}
.area-overdue{fill:var(--red);opacity:.22}
.line{fill:none;stroke-width:2;stroke-linejoin:round}
.line-open{stroke:var(--blue)}
.line-overdue{stroke:var(--red)}
.point{fill:var(--blue)}
.edge{fill:none;stroke:var(--muted);stroke-width:1.5}
.edge-amends{stroke-dasharray:6 3}
.edge-requires{stroke-dasharray:1.5 3.5;stroke-linecap:round}
.arrow{fill:var(--muted)}
.node .box{fill:var(--node);stroke:var(--line);stroke-width:1}
.node .mark{fill:var(--grey)}
.node .name{font-weight:500}
.node:hover{text-decoration:none}
.node:hover .box{stroke:var(--link)}
.node:focus{outline:none}
.node:focus-visible .box{stroke:var(--focus);stroke-width:2.5}
.status-proposed .mark{fill:var(--blue)}
.status-draft .mark{fill:var(--teal)}
.status-deferred .mark{fill:var(--amber)}
.status-accepted .mark,.status-implemented .mark{fill:var(--green)}
.status-rejected .mark,.status-withdrawn .mark{fill:var(--red)}
@media (max-width:600px){main{padding:20px 14px 40px}th,td{padding:7px 10px}.short{white-space:normal}tbody th{min-width:130px}}
@media print{body{background:#fff}main{max-width:none;padding:0}.list,.picture{max-height:none;overflow:visible}.graph{max-width:100%;height:auto}.tools,summary{display:none}figure,.numbers>div,tr{break-inside:avoid}thead th{position:static}section{margin-top:28px}}
@media (forced-colors:active){svg .part,.node .box,.node .mark{stroke:CanvasText;stroke-width:1}.line,.edge{stroke:CanvasText}}
`;

/** The colours where nobody else gives any: light, or dark where the reader has it so. */
export const OWN_COLOURS = `
:root{color-scheme:light dark;--font:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",sans-serif;--page:#f5f6f8;--card:#fff;--node:#fff;--ink:#1c2128;--muted:#5b6470;--line:#dcdfe4;--hover:#f3f6fa;--link:#0b5fc0;--focus:#0b5fc0;--late:#b42318;--blue:#3b76d6;--teal:#2a9d8f;--red:#d1453b;--amber:#e3a008;--on-amber:#2b1d00;--green:#2e8b57;--grey:#a2abb8;--shade:rgb(0 0 0/.14);--edge:none;--edge-width:0}
@media (prefers-color-scheme:dark){:root{--page:#0e1116;--card:#171b22;--node:#1d222b;--ink:#e6e9ee;--muted:#9aa4b2;--line:#2c333d;--hover:#1d232c;--shade:rgb(0 0 0/.5);--link:#7fb2ff;--focus:#7fb2ff;--late:#ff8a7a;--blue:#6ea3f2;--teal:#4fc0b1;--red:#f0776b;--amber:#e9b949;--green:#5cbf88;--grey:#788494}}
@media print{:root{color-scheme:light;--page:#fff;--card:#fff;--node:#fff;--ink:#1c2128;--muted:#5b6470;--line:#c9ced6;--hover:#fff;--link:#0b5fc0;--late:#b42318;--blue:#3b76d6;--teal:#2a9d8f;--red:#d1453b;--amber:#e3a008;--green:#2e8b57;--grey:#a2abb8}}
`;
