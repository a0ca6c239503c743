/** What the package exports. Importing it registers nothing and works where there is no DOM. */
export { configure } from './data/config.js';
export type { ResolvedSettings, Settings } from './data/settings.js';
export { C360Campaigns } from './elements/campaigns/campaigns.js';
export type { C360EventDetails, C360EventName, ErrorDetail, LoadDetail } from './elements/events.js';
export { C360ImpactChart } from './elements/impact-chart/impact-chart.js';
export { C360Panel } from './elements/panel/panel.js';
export { C360Predictions } from './elements/predictions/predictions.js';
export { C360Profile } from './elements/profile/profile.js';
export { C360Provider } from './elements/provider/provider.js';
export { C360Search } from './elements/search/search.js';
export { C360Timeline } from './elements/timeline/timeline.js';
export { registerSource } from './sources/registry.js';
export { VERSION } from './version.js';
