/// <reference path="./lucide.d.ts" />
/*
 * Icons that are drawn before there is any data, or beside the customer's name. Others stand beside what draws them, in files of their
 * own, so that they come with it.
 */
import calendarShapes from 'lucide/dist/esm/icons/calendar.mjs';
import checkShapes from 'lucide/dist/esm/icons/check.mjs';
import chevronDownShapes from 'lucide/dist/esm/icons/chevron-down.mjs';
import copyShapes from 'lucide/dist/esm/icons/copy.mjs';
import eyeShapes from 'lucide/dist/esm/icons/eye.mjs';
import eyeOffShapes from 'lucide/dist/esm/icons/eye-off.mjs';
import flagShapes from 'lucide/dist/esm/icons/flag.mjs';
import infoShapes from 'lucide/dist/esm/icons/info.mjs';
import printerShapes from 'lucide/dist/esm/icons/printer.mjs';
import refreshShapes from 'lucide/dist/esm/icons/refresh-cw.mjs';
import searchShapes from 'lucide/dist/esm/icons/search.mjs';
import alertShapes from 'lucide/dist/esm/icons/triangle-alert.mjs';
import personShapes from 'lucide/dist/esm/icons/user.mjs';
import { createIcon, type Icon } from './icon.js';

export const searchIcon: Icon = /* @__PURE__ */ createIcon(searchShapes);
export const alertIcon: Icon = /* @__PURE__ */ createIcon(alertShapes);
export const checkIcon: Icon = /* @__PURE__ */ createIcon(checkShapes);
export const copyIcon: Icon = /* @__PURE__ */ createIcon(copyShapes);
export const eyeIcon: Icon = /* @__PURE__ */ createIcon(eyeShapes);
export const eyeOffIcon: Icon = /* @__PURE__ */ createIcon(eyeOffShapes);
export const chevronDownIcon: Icon = /* @__PURE__ */ createIcon(chevronDownShapes);
export const calendarIcon: Icon = /* @__PURE__ */ createIcon(calendarShapes);
export const infoIcon: Icon = /* @__PURE__ */ createIcon(infoShapes);
export const refreshIcon: Icon = /* @__PURE__ */ createIcon(refreshShapes);
export const flagIcon: Icon = /* @__PURE__ */ createIcon(flagShapes);
export const printerIcon: Icon = /* @__PURE__ */ createIcon(printerShapes);
export const personIcon: Icon = /* @__PURE__ */ createIcon(personShapes);
