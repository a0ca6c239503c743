import { listings } from '../mocks/index.js';
import { build, find } from './build.js';
import { applyState, isOtherBackend, startPage } from './page.js';
import { choose, type DemoState, hashWith } from './state.js';

/** Widths up to this one stand in a support tool's side panel instead of a record's page. */
const SIDE_PANEL = 480;

let panel: HTMLElement | undefined;
let shown: DemoState | undefined;

await startPage({
  draw(state) {
    if (isOtherBackend(state, shown) || !panel) {
      panel?.remove();
      panel = document.createElement('c360-panel');
      applyState(panel, state);
    } else {
      applyState(panel, state);
    }
    place(panel, state);
    drawList(state);
    drawRecord(state);
    shown = state;
  },
  refresh: () => {
    if (panel && 'refresh' in panel && typeof panel.refresh === 'function') panel.refresh();
  },
});

// The host application follows a choice made in the panel's own search.
document.body.addEventListener('c360-customer-change', ({ detail }) => choose({ customer: detail.customerId }));
document.body.addEventListener('c360-time-frame-change', ({ detail }) => choose({ frame: detail.timeFrame }));

/** Puts the panel into the record's page or the support tool, at the chosen width; it is not moved when it already stands there. */
function place(element: HTMLElement, { width }: DemoState): void {
  const isSide = Number(width) <= SIDE_PANEL;
  document.documentElement.dataset.view = isSide ? 'support' : 'record';
  const target = find(isSide ? '.side-panel' : '.record-panel');
  target.style.setProperty('--panel-width', width === 'full' ? '100%' : `${Number(width) || 960}px`);
  if (element.parentElement !== target) target.append(element);
}

function drawList({ customer }: DemoState): void {
  find('.customers').replaceChildren(
    ...listings.map(({ id, name, shows }) =>
      build(
        'li',
        {},
        build(
          'a',
          { href: hashWith({ customer: id }), ...(id === customer && { ariaCurrent: 'true' }) },
          build('span', { class: 'face', ariaHidden: 'true' }, initials(name)),
          build('span', {}, build('bdi', {}, name), build('small', {}, build('bdi', {}, shows))),
        ),
      ),
    ),
  );
}

/** What stands for a picture in the list: the first letters of the first two words. */
function initials(name: string): string {
  return [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].slice(0, 2).join('').toLocaleUpperCase('en');
}

function drawRecord({ customer }: DemoState): void {
  const name = listings.find(({ id }) => id === customer)?.name ?? customer;
  for (const place of document.querySelectorAll('.record-name')) place.textContent = name;
  find('.record-id').textContent = customer;
}
