import { render } from 'lit';
import type { CustomerEvent } from '../../model/event.js';
import type { Decimal } from '../../model/money.js';
import { type Days, toDays } from './days.js';
import type { RowScene } from './render-event.js';

let isWarm = false;

const PLAIN: CustomerEvent = { id: '', at: null, category: 'custom', type: '', properties: [] };

/**
 * Draws a list of a message and a product where nobody sees it, while the data is under way: what a page draws for the first time takes
 * twice as long, since formatters are made, templates read and code compiled.
 */
export function warmUp(draw: (days: Days) => unknown, { dates: { timeZone }, now }: RowScene): void {
  if (isWarm) return;
  isWarm = true;
  const events: readonly CustomerEvent[] = [
    { ...PLAIN, id: 'message', at: now, message: { communicationId: '', channel: '', lifecycle: [] } },
    { ...PLAIN, id: 'product', at: now, product: { id: '', name: '' }, value: { amount: '0' as Decimal } },
  ];
  render(draw(toDays(events, timeZone, now)), document.createDocumentFragment());
}
