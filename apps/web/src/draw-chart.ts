import type { Chart } from './choose-chart.ts';
import { el, svg } from './dom.ts';
import { formatColumn, formatValue } from './format-value.ts';

const mostWidth = 640;
const leastWidth = 260;
/** What page and panel leave beside a chart on a phone. */
const besides = 76;
const barHeight = 26;
const valueWidth = 70;
/** Of a letter of the usual size. */
const letterWidth = 7.5;
/** Between a name and its bar. */
const nameGap = 8;
const mostNameShare = 0.4;
const lineHeight = 220;
/** Above and below the line, for the words on the axes. */
const top = 14;
const bottom = 34;
const margin = 56;
const manyDots = 40;

/** Draws a chart; the table beside it says the same to those who cannot see it. */
export function drawChart(chart: Chart): HTMLElement {
  const label = formatColumn(chart.label);
  if (chart.kind === 'number') return el('p', { class: 'number' }, el('strong', {}, formatValue(chart.value, true)), el('span', { class: 'quiet' }, label));
  const about = `${chart.kind === 'line' ? 'Line' : 'Bar'} chart of ${label}, ${chart.points.length} values; the table holds them.`;
  return el('figure', { class: 'chart' }, el('figcaption', { class: 'quiet' }, `${label} by ${formatColumn(chart.by)}`), chart.kind === 'line' ? drawLine(chart.points, about) : drawBars(chart.points, about));
}

/** Drawn in the size in which it is shown, so that its letters are as large as the others. */
function widthNow(): number {
  return Math.max(leastWidth, Math.min(mostWidth, document.documentElement.clientWidth - besides));
}

type Points = Extract<Chart, { kind: 'bars' | 'line' }>['points'];

function scaleOf(points: Points): { low: number; span: number } {
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  return { low, span: Math.max(0, ...values) - low || 1 };
}

function drawBars(points: Points, about: string): SVGElement {
  const width = widthNow();
  const longest = Math.max(...points.map(({ name }) => [...name].length));
  const nameWidth = Math.min(width * mostNameShare, longest * letterWidth + nameGap);
  const letters = Math.floor((nameWidth - nameGap) / letterWidth);
  const room = width - nameWidth - valueWidth;
  const { low, span } = scaleOf(points);
  const place = (value: number): number => nameWidth + ((value - low) / span) * room;
  const bars = points.flatMap(({ name, value }, index) => {
    const y = index * barHeight;
    const [left, right] = [place(Math.min(0, value)), place(Math.max(0, value))];
    return [
      svg('text', { x: nameWidth - nameGap, y: y + 17, 'text-anchor': 'end', class: 'name' }, shorten(name, letters)),
      svg('rect', { x: left, y: y + 4, width: Math.max(1, right - left), height: barHeight - 8, rx: 2, class: 'bar' }),
      svg('text', { x: right + 6, y: y + 17, class: 'name' }, formatValue(value, true)),
    ];
  });
  return svg('svg', { viewBox: `0 0 ${width} ${points.length * barHeight}`, role: 'img', 'aria-label': about }, ...bars);
}

function drawLine(points: Points, about: string): SVGElement {
  const width = widthNow();
  const { low, span } = scaleOf(points);
  const x = (index: number): number => margin + (index / (points.length - 1)) * (width - 2 * margin);
  const y = (value: number): number => lineHeight - bottom - ((value - low) / span) * (lineHeight - bottom - top);
  const path = points.map(({ value }, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const [first, last] = [points[0], points.at(-1)];
  const dots = points.map(({ name, value }, index) => svg('circle', { cx: x(index), cy: y(value), r: points.length > manyDots ? 2 : 3, class: 'dot' }, svg('title', {}, `${name}: ${formatValue(value, true)}`)));
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${lineHeight}`, role: 'img', 'aria-label': about },
    svg('line', { x1: margin, x2: width - margin, y1: y(0), y2: y(0), class: 'axis' }),
    svg('text', { x: margin - nameGap, y: y(low + span) + 4, 'text-anchor': 'end', class: 'name' }, formatValue(low + span, true)),
    svg('text', { x: margin - nameGap, y: y(0) + 4, 'text-anchor': 'end', class: 'name' }, '0'),
    svg('path', { d: path, class: 'line' }),
    ...dots,
    svg('text', { x: margin, y: lineHeight - bottom + 22, class: 'name' }, shorten(first?.name ?? '', 16)),
    svg('text', { x: width - margin, y: lineHeight - bottom + 22, 'text-anchor': 'end', class: 'name' }, shorten(last?.name ?? '', 16)),
  );
}

function shorten(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
