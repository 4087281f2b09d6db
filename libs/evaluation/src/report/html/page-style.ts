/** The page's own style: it loads nothing. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5b6574; --paper: #fff; --panel: #f4f6f9; --rule: #d9dee6; --c0: #2563c9; --c1: #c2571a; --c2: #2e8555; --c3: #8a4fbf; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a3adbb; --paper: #14181e; --panel: #1d232c; --rule: #343c48; --c0: #78a9f5; --c1: #eda06c; --c2: #76c79b; --c3: #c4a1ea; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.2rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
h1 { font-size: 1.6rem; margin: 0 0 .4rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
.note { color: var(--soft); } .warning { color: var(--bad); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; min-width: 100%; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--rule); vertical-align: top; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 1.2rem 0; } figcaption { font-weight: 600; margin-bottom: .4rem; } svg { width: 100%; max-width: 40rem; height: auto; display: block; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg text.axis { fill: var(--soft); } .grid { stroke: var(--rule); } .line { fill: none; stroke-width: 2; }
.bars { max-width: 48rem; } .bars .row { display: grid; grid-template-columns: 13rem minmax(5rem, 1fr) 5.4rem; gap: .7rem; align-items: center; font-size: .9rem; line-height: 1.35; } .bars .row.first { margin-top: .3rem; }
.bars .label { text-align: right; } .bars .value { font-variant-numeric: tabular-nums; white-space: nowrap; }
.track { position: relative; height: 1rem; background: repeating-linear-gradient(to right, var(--rule) 0 1px, transparent 1px 25%); border-right: 1px solid var(--rule); }
.track i { position: absolute; } .fill { left: 0; top: .1rem; bottom: .1rem; border-radius: 0 .15rem .15rem 0; } .whisker { top: .25rem; bottom: .25rem; border: solid var(--ink); border-width: 0 1.5px; }
.whisker::after { content: ""; position: absolute; left: 0; right: 0; top: 50%; border-top: 1.5px solid var(--ink); }
.back0, .series0 { background: var(--c0); fill: var(--c0); } .back1, .series1 { background: var(--c1); fill: var(--c1); } .back2, .series2 { background: var(--c2); fill: var(--c2); } .back3, .series3 { background: var(--c3); fill: var(--c3); }
.stroke0 { stroke: var(--c0); } .stroke1 { stroke: var(--c1); } .stroke2 { stroke: var(--c2); } .stroke3 { stroke: var(--c3); }
.keys { margin: .4rem 0; } .key { display: inline-flex; align-items: center; gap: .35rem; margin-right: 1rem; } .key i { width: .8rem; height: .8rem; border-radius: .15rem; }
details { border: 1px solid var(--rule); border-radius: .4rem; margin: .5rem 0; background: var(--panel); } summary { cursor: pointer; padding: .5rem .8rem; } details > div { padding: 0 .8rem .8rem; }
.tag { color: var(--bad); font-size: .85rem; } pre { background: var(--paper); border: 1px solid var(--rule); border-radius: .3rem; padding: .5rem; font: .82rem/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem; } .sides > div { min-width: 0; } .sides h3 { font-size: .85rem; margin: .4rem 0 .2rem; color: var(--soft); } .sides td { white-space: nowrap; } .sides .note { font-size: .85rem; margin: .3rem 0; } .null { color: var(--soft); font-style: italic; }
@media (max-width: 40rem) { th, td { padding: .3rem; } .sides { grid-template-columns: 1fr; } body { padding: .8rem; } svg text { font-size: 17px; } .bars .row { grid-template-columns: 7.6rem minmax(3rem, 1fr) 4.7rem; gap: .5rem; } .texts tr { display: block; padding: .3rem 0; border-bottom: 1px solid var(--rule); } .texts td { display: inline; border: 0; padding: 0 .4rem 0 0; } .texts td:last-child { display: block; } .texts tr:first-child { display: none; } }
`;
