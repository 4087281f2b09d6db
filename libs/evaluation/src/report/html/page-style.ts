/** The page's own style: it loads nothing. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5b6574; --paper: #fff; --panel: #f4f6f9; --rule: #d9dee6; --c0: #2563c9; --c1: #c2571a; --c2: #2e8555; --c3: #8a4fbf; --bad: #b3261e; --good: #24743f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a3adbb; --paper: #14181e; --panel: #1d232c; --rule: #343c48; --c0: #78a9f5; --c1: #eda06c; --c2: #76c79b; --c3: #c4a1ea; --bad: #ff8a80; --good: #7fd49b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.2rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; margin: 0 0 .4rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
.note { color: var(--soft); } .warning { color: var(--bad); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; min-width: 100%; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--rule); vertical-align: top; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 1rem 0; } figcaption { font-weight: 600; margin-bottom: .3rem; } svg { width: 100%; max-width: 44rem; height: auto; display: block; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg text.axis { fill: var(--soft); font-size: 11px; } .grid { stroke: var(--rule); } .whisker { stroke: var(--ink); fill: none; stroke-width: 1.5; } .line { fill: none; stroke-width: 2; }
.series0 { fill: var(--c0); } .series1 { fill: var(--c1); } .series2 { fill: var(--c2); } .series3 { fill: var(--c3); }
.stroke0 { stroke: var(--c0); } .stroke1 { stroke: var(--c1); } .stroke2 { stroke: var(--c2); } .stroke3 { stroke: var(--c3); }
.key { display: inline-flex; align-items: center; gap: .35rem; margin-right: 1rem; } .key svg { width: .8rem; height: .8rem; }
details { border: 1px solid var(--rule); border-radius: .4rem; margin: .5rem 0; background: var(--panel); } summary { cursor: pointer; padding: .5rem .8rem; } details > div { padding: 0 .8rem .8rem; }
.tag { color: var(--bad); font-size: .85rem; } pre { overflow-x: auto; background: var(--paper); border: 1px solid var(--rule); border-radius: .3rem; padding: .5rem; font: .82rem/1.45 ui-monospace, monospace; white-space: pre-wrap; margin: .3rem 0; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem; } .sides > div { min-width: 0; } .sides h3 { font-size: .85rem; margin: .4rem 0 .2rem; color: var(--soft); }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } body { padding: .8rem; } svg text { font-size: 15px; } svg text.axis { font-size: 14px; } }
`;
