export { MOCK_CURRENCY, MOCK_NOW, MOCK_TIME_ZONE, MOCK_TODAY, mockNow } from './clock.js';
export { DOCUMENTED_ID } from './customers/documented.js';
export { type CustomerListing, listings } from './customers/index.js';
export { generateAttributes, generateCampaigns, generateEvents } from './data/generate.js';
export { createHandlers, type MockOptions } from './handlers.js';
export { createMockFetch } from './mock-fetch.js';
export { RESOURCES, type Resource, SCENARIOS, type ScenarioName, scenarios } from './scenarios.js';
