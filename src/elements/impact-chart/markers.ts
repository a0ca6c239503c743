import { formatNumber } from '../../format/number.js';
import type { PlotArea } from '../../ui/chart/picture.js';
import type { Marker } from './view.js';

/** Room between the lines and the labels of the axis, where the campaign markers stand. */
export const MARKER_LANE = 30;

/** Colours of markers, found where the key to them is drawn. */
export interface MarkerColors {
  /** Of what the customer received or was held back from on purpose. */
  readonly strong: string;
  /** Of the rest. */
  readonly muted: string;
  readonly surface: string;
  readonly text: string;
  readonly family: string;
}

/**
 * Filled = received, hollow = control group, cross = excluded, failed or capped: shape says what colour says (T17, A1). Painted on the
 * canvas of the lines: hundreds of them are a matter of a millisecond there, and they are in the picture that is exported.
 */
export function paintMarkers(
  context: CanvasRenderingContext2D,
  { bottom }: PlotArea,
  markers: readonly Marker[],
  colors: MarkerColors,
  language: string,
): void {
  const y = bottom + MARKER_LANE / 2 + 2;
  context.save();
  context.setLineDash([]);
  context.font = `10px ${colors.family}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { x, decision, campaigns } of markers) {
    const several = campaigns.length > 1;
    const radius = several ? 8 : 4.5;
    const isExcluded = decision === 'excluded';
    context.strokeStyle = isExcluded ? colors.muted : colors.strong;
    context.fillStyle = decision === 'sent' ? colors.strong : colors.surface;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x, bottom);
    context.lineTo(x, y - radius);
    context.stroke();
    context.lineWidth = 1.5;
    context.beginPath();
    if (isExcluded && !several) {
      context.moveTo(x - 4, y - 4);
      context.lineTo(x + 4, y + 4);
      context.moveTo(x + 4, y - 4);
      context.lineTo(x - 4, y + 4);
    } else {
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    }
    context.stroke();
    if (!several) continue;
    context.fillStyle = decision === 'sent' ? colors.surface : colors.text;
    context.fillText(`${formatNumber(Math.min(campaigns.length, 99), language)}${campaigns.length > 99 ? '+' : ''}`, x, y);
  }
  context.restore();
}
