/// <reference path="./lucide.d.ts" />
import externalLinkShapes from 'lucide/dist/esm/icons/external-link.mjs';
import pencilShapes from 'lucide/dist/esm/icons/pencil.mjs';
import pinShapes from 'lucide/dist/esm/icons/pin.mjs';
import pinOffShapes from 'lucide/dist/esm/icons/pin-off.mjs';
import { createIcon, type Icon } from './icon.js';

/* Icons of the profile alone. */

export const externalLinkIcon: Icon = /* @__PURE__ */ createIcon(externalLinkShapes);
export const pencilIcon: Icon = /* @__PURE__ */ createIcon(pencilShapes);
export const pinIcon: Icon = /* @__PURE__ */ createIcon(pinShapes);
export const pinOffIcon: Icon = /* @__PURE__ */ createIcon(pinOffShapes);
