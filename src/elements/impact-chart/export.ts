import { type CsvValue, toCsvFile } from '../../format/csv.js';
import { decisionText } from '../../i18n/words.js';
import type { Instant, PlainDay } from '../../model/day.js';
import type { Impact, KpiSeries } from '../../model/impact.js';
import { campaignsOn, daysOf, rowOf, type Span } from './view.js';
import { currencyOf, type Writing } from './wording.js';

/** What a file says about itself. */
export interface FileFacts {
  readonly customerId: string;
  readonly span: Span;
  readonly zone: string;
  readonly source: string | undefined;
  readonly asOf: PlainDay | Instant | undefined;
}

/**
 * The figures shown, day by day, with every digit and an empty cell where there is no snapshot. What is known to be money says in which
 * currency in a column of its own, so that figures stay numbers.
 */
export function impactCsv(impact: Impact, shown: readonly KpiSeries[], { customerId, span, zone, source, asOf }: FileFacts, writing: Writing): Blob {
  const currencies = shown.flatMap((series) => {
    const currency = series.unit === 'money' ? currencyOf(series, writing) : undefined;
    return currency === undefined ? [] : [{ series, currency }];
  });
  const rows: CsvValue[][] = [
    ['date', ...shown.map(({ key }) => key), 'campaigns', ...currencies.map(({ series }) => `${series.key}_CURRENCY`)],
    ...daysOf(impact, span).map((day) => {
      const row = rowOf(impact, day);
      const amountOf = ({ values }: KpiSeries) => (row < 0 ? null : (values[row] ?? null));
      const campaigns = campaignsOn(impact, day).map(
        ({ name, decision, decisionAsGiven }) => `${name} (${decisionText(decision, decisionAsGiven, writing.texts)})`,
      );
      return [day, ...shown.map(amountOf), campaigns.join('; '), ...currencies.map(({ series, currency }) => (amountOf(series) === null ? null : currency))];
    }),
  ];
  return toCsvFile({ customerId, timeFrame: `${span.from}/${span.to}`, timeZone: zone, source, asOf }, rows);
}

export interface PngParts {
  readonly canvas: HTMLCanvasElement;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly color: string; readonly dash: readonly number[] }[];
  readonly surface: string;
  readonly text: string;
  readonly font: string;
}

/** Room for the title, and for each row of the legend. */
const TITLE = 34;
const LEGEND = 22;
const MARGIN = 8;
/** The stroke before each name, and the room between names. */
const [STROKE, GAP] = [26, 20];

/** Where the names of the legend stand: side by side, and below each other where the picture is too narrow. */
function placeLegend(widths: readonly number[], room: number): { readonly places: readonly (readonly [x: number, y: number])[]; readonly height: number } {
  let [x, row] = [MARGIN, 0];
  const places = widths.map((width) => {
    if (x > MARGIN && x + STROKE + width > room - MARGIN) [x, row] = [MARGIN, row + 1];
    const place = [x, TITLE + row * LEGEND + LEGEND / 2] as const;
    x += STROKE + width + GAP;
    return place;
  });
  return { places, height: TITLE + (places.length ? row + 1 : 0) * LEGEND + 4 };
}

/** The drawing on a painted background with its title and legend: a picture that explains itself in a slide. */
export async function impactPng({ canvas, title, lines, surface, text, font }: PngParts): Promise<Blob> {
  const ratio = canvas.width / Math.max(canvas.clientWidth, 1);
  const room = canvas.width / ratio;
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (!context) throw new Error('No canvas');
  const names = `12px ${font}`;
  context.font = names;
  const { places, height } = placeLegend(
    lines.map(({ label }) => context.measureText(label).width),
    room,
  );
  picture.width = canvas.width;
  picture.height = canvas.height + height * ratio;
  context.scale(ratio, ratio);
  context.fillStyle = surface;
  context.fillRect(0, 0, picture.width, picture.height);
  context.fillStyle = text;
  context.font = `600 15px ${font}`;
  context.fillText(title, MARGIN, 22, room - 2 * MARGIN);
  context.font = names;
  lines.forEach(({ label, color, dash }, index) => {
    const [x, y] = places[index]!;
    context.strokeStyle = color;
    context.lineWidth = 2.5;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(x, y - 4);
    context.lineTo(x + 20, y - 4);
    context.stroke();
    context.fillText(label, x + STROKE, y, Math.max(room - x - STROKE - MARGIN, 1));
  });
  context.setLineDash([]);
  context.drawImage(canvas, 0, height, canvas.clientWidth, canvas.clientHeight);
  return new Promise((resolve, reject) => picture.toBlob((file) => (file ? resolve(file) : reject(new Error('No picture'))), 'image/png'));
}
