/// <reference path="./lucide.d.ts" />
import popupShapes from 'lucide/dist/esm/icons/app-window.mjs';
import bellShapes from 'lucide/dist/esm/icons/bell.mjs';
import inboxShapes from 'lucide/dist/esm/icons/inbox.mjs';
import mailShapes from 'lucide/dist/esm/icons/mail.mjs';
import messageShapes from 'lucide/dist/esm/icons/message-square.mjs';
import phoneShapes from 'lucide/dist/esm/icons/phone.mjs';
import smartphoneShapes from 'lucide/dist/esm/icons/smartphone.mjs';
import { type KnownChannel, knownChannel } from '../i18n/words.js';
import { createIcon, type Icon } from './icon.js';

const icons: { readonly [Channel in KnownChannel]: Icon } = {
  email: createIcon(mailShapes),
  sms: createIcon(smartphoneShapes),
  push: createIcon(bellShapes),
  inbox: createIcon(inboxShapes),
  popup: createIcon(popupShapes),
  ivr: createIcon(phoneShapes),
};

const messageIcon = createIcon(messageShapes);

/** The icon of a channel; a neutral message for one nobody documented (PS14). */
export function channelIcon(channel: string): Icon {
  const known = knownChannel(channel);
  return known ? icons[known] : messageIcon;
}
