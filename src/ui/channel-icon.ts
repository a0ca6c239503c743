import { type KnownChannel, knownChannel } from '../i18n/words.js';
import { bellIcon, type Icon, inboxIcon, mailIcon, messageIcon, phoneIcon, popupIcon, smartphoneIcon } from './icons.js';

const icons: { readonly [Channel in KnownChannel]: Icon } = {
  email: mailIcon,
  sms: smartphoneIcon,
  push: bellIcon,
  inbox: inboxIcon,
  popup: popupIcon,
  ivr: phoneIcon,
};

/** The icon of a channel; a neutral message for one nobody documented (PS14). */
export function channelIcon(channel: string): Icon {
  const known = knownChannel(channel);
  return known ? icons[known] : messageIcon;
}
