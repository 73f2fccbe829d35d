import type { Bench, KeptRow } from "./kept.js";
import { figureOf, isMet, shown } from "./table.js";

/** A bar for each row with a target, from the target: to the left what is better, to the right what is worse. */
const [width, names, values, line, top] = [760, 170, 150, 20, 52] as const;
/** How many times the target the ends of the scale are. */
const [least, most] = [1 / 16, 16] as const;

type Drawn = Extract<KeptRow, { figure: number }> & { readonly target: number };

export function chart(bench: Bench): string {
  const rows = drawn(bench);
  const height = top + rows.length * line + 12;
  const ticks = [1 / 16, 1 / 4, 1, 4, 16];
  const grid = ticks.map((tick) => {
    const x = position(tick);
    const label = tick === 1 ? "target" : tick < 1 ? `1/${1 / tick}` : `${tick} x`;
    return (
      `<line class="${tick === 1 ? "target" : "grid"}" x1="${x}" x2="${x}" y1="${top - 8}" y2="${height - 10}"/>` +
      `<text class="tick" x="${x}" y="${top - 14}" text-anchor="middle">${label}</text>`
    );
  });
  const bars = rows.map((row, index) => bar(row, top + index * line));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${escaped(summaryOf(bench))}</title>
<desc id="desc">${escaped(rows.map(said).join(" "))}</desc>
<style>
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.tick, .head { fill: #59636e; }
.grid { stroke: #d1d9e0; }
.target { stroke: #1f2328; stroke-width: 1.5; }
.met { fill: #1a7f5a; }
.over { fill: #c4590f; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; }
  .tick, .head { fill: #9198a1; }
  .grid { stroke: #3d444d; }
  .target { stroke: #f0f6fc; }
  .met { fill: #3fb584; }
  .over { fill: #f0883e; }
}
</style>
<text class="head" x="0" y="16">each row's figure beside its target: to the left is better; a bar that reaches an edge goes on</text>
${grid.join("\n")}
${bars.join("\n")}
</svg>
`;
}

/** What the picture shows, for those who do not see it. */
export function summaryOf(bench: Bench): string {
  const rows = drawn(bench);
  const met = rows.filter((row) => isMet(row)).length;
  return `Speed beside its targets: ${met} of ${rows.length} rows are within them.`;
}

function drawn({ rows }: Bench): Drawn[] {
  return rows.filter((row): row is Drawn => !("notRun" in row) && row.target !== undefined);
}

function bar(row: Drawn, y: number): string {
  const [start, end] = [position(1), position(row.figure / row.target)];
  const [x, wide] = [Math.min(start, end), Math.max(1, Math.abs(end - start))];
  const values = `${figureOf(row)} (<= ${shown(row.target, row.unit)})`;
  return (
    `<text x="0" y="${y + 13}">${escaped(row.name)}</text>` +
    `<rect class="${isMet(row) ? "met" : "over"}" x="${round(x)}" y="${y + 3}" width="${round(wide)}" height="${line - 7}" rx="2"/>` +
    `<text x="${width}" y="${y + 13}" text-anchor="end">${escaped(values)}</text>`
  );
}

/** As twice as much and half as much are equally far from the target. */
function position(times: number): number {
  const inside = Math.min(most, Math.max(least, times));
  const share = (Math.log2(inside) - Math.log2(least)) / (Math.log2(most) - Math.log2(least));
  return round(names + share * (width - names - values));
}

function said(row: Drawn): string {
  return `${row.work}, against ${row.against}: ${figureOf(row)}, target ${shown(row.target, row.unit)}.`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
