/// <reference path="./lucide.d.ts" />
import { html, type TemplateResult } from 'lit';
import popupShapes from 'lucide/dist/esm/icons/app-window.mjs';
import arrowDownShapes from 'lucide/dist/esm/icons/arrow-down.mjs';
import arrowUpShapes from 'lucide/dist/esm/icons/arrow-up.mjs';
import bellShapes from 'lucide/dist/esm/icons/bell.mjs';
import calendarShapes from 'lucide/dist/esm/icons/calendar.mjs';
import chartShapes from 'lucide/dist/esm/icons/chart-line.mjs';
import checkShapes from 'lucide/dist/esm/icons/check.mjs';
import chevronDownShapes from 'lucide/dist/esm/icons/chevron-down.mjs';
import chevronEndShapes from 'lucide/dist/esm/icons/chevron-right.mjs';
import clockShapes from 'lucide/dist/esm/icons/clock.mjs';
import copyShapes from 'lucide/dist/esm/icons/copy.mjs';
import downloadShapes from 'lucide/dist/esm/icons/download.mjs';
import externalLinkShapes from 'lucide/dist/esm/icons/external-link.mjs';
import eyeShapes from 'lucide/dist/esm/icons/eye.mjs';
import eyeOffShapes from 'lucide/dist/esm/icons/eye-off.mjs';
import flagShapes from 'lucide/dist/esm/icons/flag.mjs';
import filterShapes from 'lucide/dist/esm/icons/funnel.mjs';
import giftShapes from 'lucide/dist/esm/icons/gift.mjs';
import globeShapes from 'lucide/dist/esm/icons/globe.mjs';
import imageShapes from 'lucide/dist/esm/icons/image.mjs';
import inboxShapes from 'lucide/dist/esm/icons/inbox.mjs';
import infoShapes from 'lucide/dist/esm/icons/info.mjs';
import mailShapes from 'lucide/dist/esm/icons/mail.mjs';
import mailOpenShapes from 'lucide/dist/esm/icons/mail-open.mjs';
import messageShapes from 'lucide/dist/esm/icons/message-square.mjs';
import boxShapes from 'lucide/dist/esm/icons/package.mjs';
import pencilShapes from 'lucide/dist/esm/icons/pencil.mjs';
import phoneShapes from 'lucide/dist/esm/icons/phone.mjs';
import pinShapes from 'lucide/dist/esm/icons/pin.mjs';
import pinOffShapes from 'lucide/dist/esm/icons/pin-off.mjs';
import printerShapes from 'lucide/dist/esm/icons/printer.mjs';
import refreshShapes from 'lucide/dist/esm/icons/refresh-cw.mjs';
import routeShapes from 'lucide/dist/esm/icons/route.mjs';
import searchShapes from 'lucide/dist/esm/icons/search.mjs';
import bagShapes from 'lucide/dist/esm/icons/shopping-bag.mjs';
import cartShapes from 'lucide/dist/esm/icons/shopping-cart.mjs';
import smartphoneShapes from 'lucide/dist/esm/icons/smartphone.mjs';
import tableShapes from 'lucide/dist/esm/icons/table.mjs';
import alertShapes from 'lucide/dist/esm/icons/triangle-alert.mjs';
import personShapes from 'lucide/dist/esm/icons/user.mjs';
import crossShapes from 'lucide/dist/esm/icons/x.mjs';

type Shapes = readonly (readonly [tag: string, attributes: Readonly<Record<string, string | number | undefined>>])[];

/** Draws an icon that only repeats what the text beside it says; a control without text carries its own name. */
export type Icon = () => TemplateResult;

/** Writes a shape as path data, so that an icon is two nodes whatever it is made of. Each begins at the origin, since icons start with relative moves. */
function toPath([tag, attributes]: Shapes[number]): string {
  const number = (name: string, otherwise = 0) => Number(attributes[name] ?? otherwise);
  const ellipse = (cx: number, cy: number, rx: number, ry: number) => `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;
  switch (tag) {
    case 'path':
      return `M0 0${attributes['d']}`;
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return `M${attributes['x1']} ${attributes['y1']}L${attributes['x2']} ${attributes['y2']}`;
    case 'polyline':
      return `M${attributes['points']}`;
    case 'polygon':
      return `M${attributes['points']}z`;
    case 'rect': {
      const [width, height, r] = [number('width'), number('height'), number('rx', number('ry'))];
      const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
      const [across, down] = [width - 2 * r, height - 2 * r];
      return `M${number('x') + r} ${attributes['y']}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
    }
    default:
      return '';
  }
}

function createIcon(shapes: Shapes, directed = false): Icon {
  let path: string | undefined;
  return () =>
    html`<svg class=${directed ? 'icon directed' : 'icon'} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${(path ??= shapes.map(toPath).join(''))} /></svg>`;
}

export const mailIcon: Icon = /* @__PURE__ */ createIcon(mailShapes);
export const mailOpenIcon: Icon = /* @__PURE__ */ createIcon(mailOpenShapes);
export const messageIcon: Icon = /* @__PURE__ */ createIcon(messageShapes);
export const phoneIcon: Icon = /* @__PURE__ */ createIcon(phoneShapes);
export const smartphoneIcon: Icon = /* @__PURE__ */ createIcon(smartphoneShapes);
export const bellIcon: Icon = /* @__PURE__ */ createIcon(bellShapes);
export const inboxIcon: Icon = /* @__PURE__ */ createIcon(inboxShapes);
export const popupIcon: Icon = /* @__PURE__ */ createIcon(popupShapes);
export const globeIcon: Icon = /* @__PURE__ */ createIcon(globeShapes);
export const searchIcon: Icon = /* @__PURE__ */ createIcon(searchShapes);
export const cartIcon: Icon = /* @__PURE__ */ createIcon(cartShapes);
export const bagIcon: Icon = /* @__PURE__ */ createIcon(bagShapes);
export const alertIcon: Icon = /* @__PURE__ */ createIcon(alertShapes);
export const checkIcon: Icon = /* @__PURE__ */ createIcon(checkShapes);
export const crossIcon: Icon = /* @__PURE__ */ createIcon(crossShapes);
export const copyIcon: Icon = /* @__PURE__ */ createIcon(copyShapes);
export const eyeIcon: Icon = /* @__PURE__ */ createIcon(eyeShapes);
export const eyeOffIcon: Icon = /* @__PURE__ */ createIcon(eyeOffShapes);
export const pencilIcon: Icon = /* @__PURE__ */ createIcon(pencilShapes);
export const pinIcon: Icon = /* @__PURE__ */ createIcon(pinShapes);
export const pinOffIcon: Icon = /* @__PURE__ */ createIcon(pinOffShapes);
export const chevronDownIcon: Icon = /* @__PURE__ */ createIcon(chevronDownShapes);
/** Points along the line of writing: mirrored where it runs from right to left. */
export const chevronEndIcon: Icon = /* @__PURE__ */ createIcon(chevronEndShapes, true);
export const calendarIcon: Icon = /* @__PURE__ */ createIcon(calendarShapes);
export const externalLinkIcon: Icon = /* @__PURE__ */ createIcon(externalLinkShapes);
export const downloadIcon: Icon = /* @__PURE__ */ createIcon(downloadShapes);
export const tableIcon: Icon = /* @__PURE__ */ createIcon(tableShapes);
export const chartIcon: Icon = /* @__PURE__ */ createIcon(chartShapes);
export const imageIcon: Icon = /* @__PURE__ */ createIcon(imageShapes);
export const infoIcon: Icon = /* @__PURE__ */ createIcon(infoShapes);
export const refreshIcon: Icon = /* @__PURE__ */ createIcon(refreshShapes);
export const filterIcon: Icon = /* @__PURE__ */ createIcon(filterShapes);
export const flagIcon: Icon = /* @__PURE__ */ createIcon(flagShapes);
export const giftIcon: Icon = /* @__PURE__ */ createIcon(giftShapes);
export const routeIcon: Icon = /* @__PURE__ */ createIcon(routeShapes);
export const clockIcon: Icon = /* @__PURE__ */ createIcon(clockShapes);
export const arrowUpIcon: Icon = /* @__PURE__ */ createIcon(arrowUpShapes);
export const arrowDownIcon: Icon = /* @__PURE__ */ createIcon(arrowDownShapes);
export const printerIcon: Icon = /* @__PURE__ */ createIcon(printerShapes);
export const personIcon: Icon = /* @__PURE__ */ createIcon(personShapes);
export const boxIcon: Icon = /* @__PURE__ */ createIcon(boxShapes);

/** Draws one of the four marks of the activity lanes: shape repeats what colour says (A1). Filled with the text colour. */
function createMark(path: string): Icon {
  return () => html`<svg class="icon" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path d=${path} /></svg>`;
}

export const circleMark: Icon = /* @__PURE__ */ createMark('M5 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0');
export const squareMark: Icon = /* @__PURE__ */ createMark('M6 6h12v12H6z');
export const diamondMark: Icon = /* @__PURE__ */ createMark('M12 4l8 8l-8 8l-8-8z');
export const triangleMark: Icon = /* @__PURE__ */ createMark('M12 5l8 14H4z');
