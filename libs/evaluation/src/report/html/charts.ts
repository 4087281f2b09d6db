import { escapeHtml } from './escape-html.ts';

/** A figure with its interval, as a bar. Shares between 0 and 1; null is shown as a dash. */
export interface Bar {
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** What stands behind the bar. */
  readonly text: string;
  /** Index of the colour. */
  readonly series: number;
}

/** Bars of one thing under one label, such as a bar a model. */
export interface BarGroup {
  readonly label: string;
  readonly bars: readonly Bar[];
}

const seriesCount = 4;

/** Horizontal bars from 0 to 100 %, with whiskers where an interval is known. Made of text and boxes, so that its letters are as large on a phone as elsewhere. */
export function barChart(title: string, groups: readonly BarGroup[]): string {
  const rows = groups.flatMap(({ label, bars }) => bars.map((bar, index) => barRow(index === 0 ? label : '', bar)));
  return `<figure class="bars"><figcaption>${escapeHtml(title)}</figcaption>${rows.join('')}</figure>`;
}

function barRow(label: string, { value, low, high, text, series }: Bar): string {
  const fill = value === null ? '' : `<i class="fill back${series % seriesCount}" style="width:${percentage(value)}"></i>`;
  const whisker = low === undefined || high === undefined ? '' : `<i class="whisker" style="left:${percentage(low)};width:${percentage(high - low)}"></i>`;
  return `<div class="row${label === '' ? '' : ' first'}"><span class="label">${escapeHtml(label)}</span><span class="track">${fill}${whisker}</span><span class="value">${escapeHtml(text)}</span></div>`;
}

function percentage(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

export interface Line {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly series: number;
}

export interface Axes {
  readonly x: string;
  readonly y: string;
  /** What stands at the two ends of the x axis; percentages along it where that is not given. */
  readonly ends?: readonly [string, string];
}

const left = 64;
const right = 34;
const size = { width: 420, height: 230 };
const shares = [0, 0.25, 0.5, 0.75, 1];
const percentages = shares.map((share) => `${share * 100} %`);

/** Lines in the unit square, the y axis in percent, with a key where there are several. */
export function lineChart(title: string, { x: xName, y: yName, ends }: Axes, lines: readonly Line[]): string {
  const x = (value: number): string => (left + value * size.width).toFixed(1);
  const y = (value: number): string => (24 + (1 - value) * size.height).toFixed(1);
  const rows = shares.map((share, index) => `<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(share)}" y2="${y(share)}"/><text class="axis" x="${left - 8}" y="${Number(y(share)) + 5}" text-anchor="end">${percentages[index]}</text>`);
  const tick = (share: number, text: string, anchor = 'middle'): string => `<text class="axis" x="${x(share)}" y="${size.height + 48}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
  const columns = ends === undefined ? shares.map((share, index) => tick(share, percentages[index] ?? '')) : [tick(0, ends[0], 'start'), tick(1, ends[1], 'end')];
  const drawn = lines.map(({ points, series, name }) => {
    const path = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`).join('');
    const dots = points.length > 25 ? '' : points.map((point) => `<circle class="series${series % seriesCount}" cx="${x(point.x)}" cy="${y(point.y)}" r="3"/>`).join('');
    return `<path class="line stroke${series % seriesCount}" d="${path}"><title>${escapeHtml(name)}</title></path>${dots}`;
  });
  const names = `<text class="axis" x="${x(1)}" y="${size.height + 72}" text-anchor="end">${escapeHtml(xName)} →</text><text class="axis" x="${left}" y="14">↑ ${escapeHtml(yName)}</text>`;
  const chart = `<svg viewBox="0 0 ${left + size.width + right} ${size.height + 80}" role="img" aria-label="${escapeHtml(title)}">${[...rows, ...columns, ...drawn, names].join('')}</svg>`;
  return `<figure><figcaption>${escapeHtml(title)}</figcaption>${lines.length > 1 ? seriesKey(lines) : ''}${chart}</figure>`;
}

/** Which colour is what. */
export function seriesKey(named: readonly { readonly name: string; readonly series: number }[]): string {
  return `<p class="keys">${named.map(({ name, series }) => `<span class="key"><i class="back${series % seriesCount}"></i>${escapeHtml(name)}</span>`).join('')}</p>`;
}
