/**
 * Registers all tags. Provider and panel come first, so that they are upgraded before the sections inside them ask
 * for configuration; the sections follow as they are read, since the first tells for all of a provider what is wrong.
 */
import './elements/panel/define.js';
import './elements/provider/define.js';
import './elements/profile/define.js';
import './elements/impact-chart/define.js';
import './elements/timeline/define.js';
import './elements/campaigns/define.js';
import './elements/predictions/define.js';
import './elements/search/define.js';
