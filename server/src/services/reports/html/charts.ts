import type { ReportProgress, ReportSheet } from '@nitaq/core';
import { escaped } from '../../../escaped.ts';
import { type Bar, distanceBars, loadBars } from '../tables/report-bars.ts';
import type { ReportWords } from '../words/report-words.ts';

const WIDTH = 720;
const ROW = 30;
const LABELS = 190;
const FIGURES = 130;

/** Bars grow from where lines begin. */
function barChart(bars: readonly Bar[], description: string, words: ReportWords): string {
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.most, bar.limit ?? 0]));
  const room = WIDTH - LABELS - FIGURES;
  const along = (value: number) => LABELS + (value / most) * room;
  const rows = bars.map((bar, at) => {
    const y = at * ROW + 6;
    const middle = y + 13;
    return (
      text(words, { at: 0, y: middle, text: shortened(bar.label), anchor: 'start' }) +
      rectangle(words, { from: LABELS, to: along(bar.most), y, className: 'maybe' }) +
      rectangle(words, { from: LABELS, to: along(bar.least), y, className: 'bar' }) +
      (bar.limit === null ? '' : vertical(words, along(bar.limit), y)) +
      text(words, { at: WIDTH, y: middle, text: bar.figure, anchor: 'end' })
    );
  });
  return svg(bars.length * ROW + 8, description, rows.join(''), words);
}

/** The orphans counted against what each association can care for. */
export function loadChart(sheets: readonly ReportSheet[], words: ReportWords): string {
  return barChart(loadBars(sheets, words), words.say('chart.load'), words);
}

/** How many villages are how far from a seat. */
export function distanceChart(
  bins: NonNullable<ReportSheet['distances']>['bins'],
  words: ReportWords,
): string {
  return barChart(distanceBars(bins, words), words.say('chart.distances'), words);
}

const HEIGHT = 220;
const MARGIN = 34;
const DAY_MS = 86_400_000;
const PERCENTS = [0, 50, 100];

type Point = ReportProgress['timeline'][number];

/** The share covered once and the share of gaps, each plan from the day it came into force to the day of the next. */
export function timelineChart(timeline: ReportProgress['timeline'], words: ReportWords): string {
  const [first, last] = [timeline[0], timeline.at(-1)];
  if (first === undefined || last === undefined) return '';
  const begin = Date.parse(first.day);
  const end = Date.parse(last.day) + DAY_MS;
  const [left, right] = [MARGIN * 2, WIDTH - MARGIN];
  const x = (instant: number) => left + ((instant - begin) / (end - begin)) * (right - left);
  const y = (percent: number) => MARGIN + (1 - percent / 100) * (HEIGHT - MARGIN * 2);
  const line = (shareOf: (point: Point) => number, key: 'part.coveredOnce' | 'part.gap', name: string) => {
    const steps = timeline.map((point, at) => {
      const [along, height] = [turned(words, x(Date.parse(point.day))), y(shareOf(point)).toFixed(1)];
      return at === 0 ? `M${along} ${height}` : `H${along}V${height}`;
    });
    const label = { at: left + 8, y: y(shareOf(first)) - 7, text: words.say(key), anchor: 'start' } as const;
    return `<path class="${name}" d="${steps.join('')}H${turned(words, right)}"/>${text(words, label)}`;
  };
  const grid = PERCENTS.map((percent) => {
    const label = `${words.number(percent)}${words.rightToLeft ? '٪' : '%'}`;
    return (
      `<path class="axis" d="M${turned(words, left)} ${y(percent)}H${turned(words, right)}"/>` +
      text(words, { at: left - 8, y: y(percent) + 4, text: label, anchor: 'end' })
    );
  });
  const days =
    text(words, { at: left, y: HEIGHT - 6, text: words.shortDay(first.from), anchor: 'start' }) +
    text(words, { at: right, y: HEIGHT - 6, text: words.shortDay(last.from), anchor: 'end' });
  const lines =
    line(({ percent }) => percent.coveredOnce, 'part.coveredOnce', 'covered') +
    line(({ percent }) => percent.gap, 'part.gap', 'gaps');
  return svg(HEIGHT, words.say('chart.timeline'), grid.join('') + lines + days, words);
}

function svg(height: number, description: string, body: string, { rightToLeft }: ReportWords): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" ` +
    `aria-label="${escaped(description)}"${rightToLeft ? ' direction="rtl"' : ''}>${body}</svg>`
  );
}

/** Where something stands that is so far from where lines begin. */
function turned({ rightToLeft }: ReportWords, at: number): string {
  return (rightToLeft ? WIDTH - at : at).toFixed(1);
}

interface Text {
  readonly at: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'end';
}

function text(words: ReportWords, { at, y, text: written, anchor }: Text): string {
  return `<text x="${turned(words, at)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escaped(written)}</text>`;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly className: string;
}

function rectangle(words: ReportWords, { from, to, y, className }: Stretch): string {
  const x = words.rightToLeft ? turned(words, to) : from.toFixed(1);
  return `<rect class="${className}" x="${x}" y="${y}" width="${(to - from).toFixed(1)}" height="18" rx="3"/>`;
}

function vertical(words: ReportWords, at: number, y: number): string {
  const x = turned(words, at);
  return `<path class="limit" d="M${x} ${y - 3}V${y + 21}"/>`;
}

/** Names of any length leave room for the bars; the table has them whole. */
function shortened(label: string): string {
  const signs = [...label];
  return signs.length > 26 ? `${signs.slice(0, 25).join('')}…` : label;
}
