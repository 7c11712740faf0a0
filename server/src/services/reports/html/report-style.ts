import { TOKENS } from '@nitaq/core';

const { light, dark } = TOKENS;
const both = (name: keyof typeof light) => `light-dark(${light[name]},${dark[name]})`;

/** The look of a report, in both themes and on paper: there always the light one. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--paper:${both('paper')};--surface:${both('surface')};--ink:${both('ink')};--soft:${both('inkSoft')};--line:${both('hairline')};--accent:${both('accent')};--gap:${both('gap')}}
*{box-sizing:border-box}
body{overflow-wrap:anywhere;margin:0 auto;padding:1rem;max-inline-size:70rem;background:var(--paper);color:var(--ink);font:1rem/1.6 'IBM Plex Sans Arabic','IBM Plex Sans',sans-serif}
a{color:var(--accent)}
.actions{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center}
.actions a,.contents a{display:inline-block;min-block-size:2.75rem;align-content:center}
.contents{display:flex;flex-wrap:wrap;gap:0 1.25rem;padding:0;margin:0;list-style:none}
h1{font-size:1.5rem;line-height:1.4;margin-block:.25rem}
h2{font-size:1.25rem;margin-block:2rem .5rem;border-block-end:2px solid var(--accent)}
h3{font-size:1.05rem;margin-block:1.25rem .25rem}h4{font-size:1rem;margin-block:1rem .25rem}
.headlines{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}
.headlines li{background:var(--surface);border:1px solid var(--line);border-radius:.6rem;padding:.5rem .9rem;font-weight:600}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:0 2rem}
.note{color:var(--soft);margin-block:.25rem}
.example{border:1px solid var(--line);border-inline-start:4px solid var(--accent);border-radius:.4rem;padding:.5rem .75rem}
.table{overflow-x:auto;margin-block:.5rem 1rem}
table{border-collapse:collapse;inline-size:100%;font-size:.9rem}
th,td{border-block-end:1px solid var(--line);padding:.3rem .6rem;text-align:start;vertical-align:top;overflow-wrap:break-word}
thead th{background:var(--surface)}
th{min-inline-size:4.5rem}
td.figure,th.figure{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap;overflow-wrap:normal}
thead th.figure{white-space:normal}
td.long{min-inline-size:14rem;overflow-wrap:anywhere}
.code{font-family:monospace;direction:ltr;unicode-bidi:isolate;overflow-wrap:anywhere}
figure{margin:1rem 0}
figure svg{display:block;inline-size:100%;block-size:auto;max-block-size:34rem;background:#fff;border:1px solid var(--line);border-radius:.4rem}
figure.map{position:relative}figure.map .open,figure.map .live{display:none}figure.map>figcaption{gap:.25rem 1rem}
figure.chart svg{background:none;border:0;max-block-size:none;max-inline-size:48rem}
figcaption{color:var(--soft);font-size:.9rem}
.chart text{fill:var(--ink);font:13px 'IBM Plex Sans Arabic','IBM Plex Sans',sans-serif}
.chart .bar{fill:var(--accent)}.chart .maybe{fill:none;stroke:var(--accent);stroke-width:1.5;stroke-dasharray:4 3}
.chart .limit{stroke:var(--ink);stroke-width:3}.chart .axis{stroke:var(--line);stroke-width:1}
.chart .covered{fill:none;stroke:var(--accent);stroke-width:2.5}.chart .gaps{fill:none;stroke:var(--gap);stroke-width:2.5;stroke-dasharray:7 4}
details{margin-block:.5rem}summary{min-block-size:2.75rem;align-content:center;cursor:pointer;color:var(--accent)}
button{min-block-size:2.75rem;min-inline-size:2.75rem;padding-inline:1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--surface);color:var(--accent);font:inherit;font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.live .canvas{position:relative;block-size:min(34rem,65vh,115vw);border:1px solid var(--line);border-radius:.4rem;overflow:hidden}
.live .steps{position:absolute;z-index:2;inset-block-start:.5rem;inset-inline-end:.5rem;display:flex;flex-direction:column;gap:.25rem}
.live .steps button{inline-size:2.75rem;padding:0;font-size:1.25rem;line-height:1}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.5rem 0;padding:0;list-style:none;font-size:.9rem}
.legend li{display:flex;gap:.5rem;align-items:center}.legend svg{inline-size:1.75rem;block-size:1.25rem;background:none;border:0}
.legend .dark{display:none}@media (prefers-color-scheme:dark){.legend .light{display:none}.legend .dark{display:inline}}
.live .said{margin-block:.35rem 0;min-block-size:1.6em}
@media print{
:root{color-scheme:light}
@page{size:A4;margin:16mm 14mm}
body{max-inline-size:none;padding:0;font-size:10pt;background:#fff}
.actions,.contents,.screen,summary{display:none}
details::details-content{content-visibility:visible;block-size:auto}
h2,h3,h4{break-after:avoid}
#associations,.sheet+.sheet{break-before:page}
figure svg{max-block-size:6.4cm}h1,h2,.note{margin-block:.1rem .3rem}h3{margin-block:.6rem .1rem}.headlines{margin:.2rem 0}.headlines li{padding:.15rem .5rem}

thead{display:table-header-group}tr,figure,.headlines li{break-inside:avoid}
.table{overflow:visible}table{font-size:8pt}th,td{padding:.15rem .35rem}th{min-inline-size:0}td.long{min-inline-size:0}.detail{display:none}
.chart svg{max-inline-size:14cm}
}
`;
