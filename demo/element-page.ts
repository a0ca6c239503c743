import { listings } from '../mocks/index.js';
import { build, find } from './build.js';
import { applyState, isOtherBackend, startPage } from './page.js';
import { choose, type DemoState } from './state.js';

/** The page's `<main data-tag>` says which element stands alone on it. */
const stage = find('main[data-tag]');
const tag = stage.dataset.tag ?? '';

const pages = ['profile', 'impact-chart', 'timeline', 'campaigns', 'predictions', 'search', 'provider', 'panel'];
const who = build('bdi');
stage.append(
  build(
    'nav',
    { class: 'pages', ariaLabel: 'Demo pages', lang: 'en' },
    build('a', { href: '../index.html' }, 'CRM page'),
    ...pages.map((page) => build('a', { href: `./${page}.html`, ...(tag === `c360-${page}` && { ariaCurrent: 'page' }) }, page)),
  ),
  build('h1', {}, build('code', { dir: 'ltr' }, `<${tag}>`), ' ', who),
);

let element: HTMLElement | undefined;
let shown: DemoState | undefined;

await startPage({
  draw(state) {
    if (isOtherBackend(state, shown) || !element) {
      element?.remove();
      element = document.createElement(tag);
      if (tag === 'c360-provider') element.append(...ownLayout());
      applyState(element, state);
      stage.append(element);
    } else {
      applyState(element, state);
    }
    stage.style.setProperty('--panel-width', state.width === 'full' ? '100%' : `${Number(state.width) || 960}px`);
    who.textContent = listings.find(({ id }) => id === state.customer)?.name ?? state.customer;
    shown = state;
  },
  refresh: () => {
    for (const one of stage.querySelectorAll('*')) if ('refresh' in one && typeof one.refresh === 'function') one.refresh();
  },
});

document.body.addEventListener('c360-customer-change', ({ detail }) => choose({ customer: detail.customerId }));

/** A page that lays out the sections itself. */
function ownLayout(): HTMLElement[] {
  return [
    document.createElement('c360-search'),
    build('div', { class: 'own-layout' }, document.createElement('c360-predictions'), document.createElement('c360-impact-chart')),
    document.createElement('c360-timeline'),
  ];
}
