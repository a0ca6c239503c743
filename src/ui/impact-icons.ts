/// <reference path="./lucide.d.ts" />
import imageShapes from 'lucide/dist/esm/icons/image.mjs';
import tableShapes from 'lucide/dist/esm/icons/table.mjs';
import { createIcon, type Icon } from './icon.js';

/* Icons of the impact chart alone. */

export const imageIcon: Icon = /* @__PURE__ */ createIcon(imageShapes);
export const tableIcon: Icon = /* @__PURE__ */ createIcon(tableShapes);
