/// <reference path="./lucide.d.ts" />
import chevronEndShapes from 'lucide/dist/esm/icons/chevron-right.mjs';
import filterShapes from 'lucide/dist/esm/icons/funnel.mjs';
import { createIcon, type Icon } from './icon.js';

/* Icons of the campaigns alone. */

export const filterIcon: Icon = /* @__PURE__ */ createIcon(filterShapes);
/** Points along the line of writing: mirrored where it runs from right to left. */
export const chevronEndIcon: Icon = /* @__PURE__ */ createIcon(chevronEndShapes, true);
