import type { TimelineMessages } from '../../i18n/slices/timeline.js';
import type { Lane } from '../../model/activity.js';
import { circleMark, diamondMark, type Icon, squareMark, triangleMark } from '../../ui/icons.js';

/** What a lane is called, and the shape that repeats its colour (A1). Its class carries its own name. */
export const laneLooks: { readonly [Name in Lane]: { readonly label: 'laneSite' | 'laneEmail' | 'lanePurchase' | 'laneOther'; readonly mark: Icon } } = {
  site: { label: 'laneSite', mark: circleMark },
  email: { label: 'laneEmail', mark: squareMark },
  purchase: { label: 'lanePurchase', mark: diamondMark },
  other: { label: 'laneOther', mark: triangleMark },
};

export function laneLabel(lane: Lane, texts: TimelineMessages): string {
  return texts[laneLooks[lane].label];
}
