/// <reference path="./lucide.d.ts" />
/*
 * Icons that more than one view draws, or that are drawn before there is any data. Those of a single view stand beside it, in a file of
 * their own, so that they come with it.
 */
import arrowDownShapes from 'lucide/dist/esm/icons/arrow-down.mjs';
import arrowUpShapes from 'lucide/dist/esm/icons/arrow-up.mjs';
import calendarShapes from 'lucide/dist/esm/icons/calendar.mjs';
import checkShapes from 'lucide/dist/esm/icons/check.mjs';
import chevronDownShapes from 'lucide/dist/esm/icons/chevron-down.mjs';
import copyShapes from 'lucide/dist/esm/icons/copy.mjs';
import downloadShapes from 'lucide/dist/esm/icons/download.mjs';
import eyeShapes from 'lucide/dist/esm/icons/eye.mjs';
import eyeOffShapes from 'lucide/dist/esm/icons/eye-off.mjs';
import flagShapes from 'lucide/dist/esm/icons/flag.mjs';
import infoShapes from 'lucide/dist/esm/icons/info.mjs';
import boxShapes from 'lucide/dist/esm/icons/package.mjs';
import printerShapes from 'lucide/dist/esm/icons/printer.mjs';
import refreshShapes from 'lucide/dist/esm/icons/refresh-cw.mjs';
import searchShapes from 'lucide/dist/esm/icons/search.mjs';
import alertShapes from 'lucide/dist/esm/icons/triangle-alert.mjs';
import personShapes from 'lucide/dist/esm/icons/user.mjs';
import crossShapes from 'lucide/dist/esm/icons/x.mjs';
import { createIcon, type Icon } from './icon.js';

export const searchIcon: Icon = /* @__PURE__ */ createIcon(searchShapes);
export const alertIcon: Icon = /* @__PURE__ */ createIcon(alertShapes);
export const checkIcon: Icon = /* @__PURE__ */ createIcon(checkShapes);
export const crossIcon: Icon = /* @__PURE__ */ createIcon(crossShapes);
export const copyIcon: Icon = /* @__PURE__ */ createIcon(copyShapes);
export const eyeIcon: Icon = /* @__PURE__ */ createIcon(eyeShapes);
export const eyeOffIcon: Icon = /* @__PURE__ */ createIcon(eyeOffShapes);
export const chevronDownIcon: Icon = /* @__PURE__ */ createIcon(chevronDownShapes);
export const calendarIcon: Icon = /* @__PURE__ */ createIcon(calendarShapes);
export const downloadIcon: Icon = /* @__PURE__ */ createIcon(downloadShapes);
export const infoIcon: Icon = /* @__PURE__ */ createIcon(infoShapes);
export const refreshIcon: Icon = /* @__PURE__ */ createIcon(refreshShapes);
export const flagIcon: Icon = /* @__PURE__ */ createIcon(flagShapes);
export const arrowUpIcon: Icon = /* @__PURE__ */ createIcon(arrowUpShapes);
export const arrowDownIcon: Icon = /* @__PURE__ */ createIcon(arrowDownShapes);
export const printerIcon: Icon = /* @__PURE__ */ createIcon(printerShapes);
export const personIcon: Icon = /* @__PURE__ */ createIcon(personShapes);
export const boxIcon: Icon = /* @__PURE__ */ createIcon(boxShapes);
