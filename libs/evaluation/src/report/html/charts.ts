import { escapeHtml } from './escape-html.ts';

/** A figure with its interval, as a bar. Shares between 0 and 1; null is shown as a dash. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** What stands behind the bar. */
  readonly text: string;
  /** Index of the colour. */
  readonly series: number;
}

const barHeight = 22;
const labelWidth = 204;
const plotWidth = 220;
const textWidth = 140;

/** Horizontal bars from 0 to 100 %, with whiskers where an interval is known. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const height = bars.length * barHeight + 24;
  const x = (share: number): string => (labelWidth + share * plotWidth).toFixed(1);
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => `<line class="grid" x1="${x(share)}" x2="${x(share)}" y1="0" y2="${height - 20}"/><text class="axis" x="${x(share)}" y="${height - 6}" text-anchor="middle">${share * 100} %</text>`);
  const drawn = bars.map((bar, index) => {
    const y = index * barHeight + 4;
    const middle = y + 7;
    const whisker = bar.low === undefined || bar.high === undefined ? '' : `<path class="whisker" d="M${x(bar.low)} ${middle}H${x(bar.high)}M${x(bar.low)} ${middle - 4}v8M${x(bar.high)} ${middle - 4}v8"/>`;
    const rectangle = bar.value === null ? '' : `<rect class="series${bar.series % seriesCount}" x="${labelWidth}" y="${y}" width="${(bar.value * plotWidth).toFixed(1)}" height="14" rx="2"/>`;
    return `<text class="label" x="${labelWidth - 8}" y="${middle + 4}" text-anchor="end">${escapeHtml(shorten(bar.label))}</text>${rectangle}${whisker}<text class="value" x="${labelWidth + plotWidth + 12}" y="${middle + 4}">${escapeHtml(bar.text)}</text>`;
  });
  return figure(title, labelWidth + plotWidth + textWidth, height, [...grid, ...drawn].join(''));
}

export interface Line {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly series: number;
}

const left = 44;
const size = { width: 420, height: 240 };

/** Lines in the unit square, as percentages. */
export function lineChart(title: string, axes: { readonly x: string; readonly y: string }, lines: readonly Line[]): string {
  const x = (value: number): number => left + value * size.width;
  const y = (value: number): number => 8 + (1 - value) * size.height;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const grid = ticks.map(
    (share) =>
      `<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(share)}" y2="${y(share)}"/><text class="axis" x="${left - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>` +
      `<text class="axis" x="${x(share)}" y="${size.height + 24}" text-anchor="middle">${share * 100} %</text>`,
  );
  const drawn = lines.map(({ points, series, name }) => {
    const path = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`).join('');
    return `<path class="line stroke${series % seriesCount}" d="${path}"><title>${escapeHtml(name)}</title></path>`;
  });
  const names = `<text class="axis" x="${x(1)}" y="${size.height + 44}" text-anchor="end">${escapeHtml(axes.x)} →</text><text class="axis" x="${left + 6}" y="20" text-anchor="start">↑ ${escapeHtml(axes.y)}</text>`;
  return figure(title, left + size.width + 24, size.height + 52, [...grid, ...drawn, names].join(''));
}

export const seriesCount = 4;

function figure(title: string, width: number, height: number, content: string): string {
  return `<figure><figcaption>${escapeHtml(title)}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}">${content}</svg></figure>`;
}

function shorten(text: string): string {
  return text.length > 25 ? `${text.slice(0, 24)}…` : text;
}
