/// <reference path="./lucide.d.ts" />
import arrowDownShapes from 'lucide/dist/esm/icons/arrow-down.mjs';
import arrowUpShapes from 'lucide/dist/esm/icons/arrow-up.mjs';
import downloadShapes from 'lucide/dist/esm/icons/download.mjs';
import boxShapes from 'lucide/dist/esm/icons/package.mjs';
import crossShapes from 'lucide/dist/esm/icons/x.mjs';
import { createIcon, type Icon } from './icon.js';

/* Icons of several views, none of them drawn before there is data. */

export const arrowUpIcon: Icon = /* @__PURE__ */ createIcon(arrowUpShapes);
export const arrowDownIcon: Icon = /* @__PURE__ */ createIcon(arrowDownShapes);
export const downloadIcon: Icon = /* @__PURE__ */ createIcon(downloadShapes);
export const boxIcon: Icon = /* @__PURE__ */ createIcon(boxShapes);
export const crossIcon: Icon = /* @__PURE__ */ createIcon(crossShapes);
