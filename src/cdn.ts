/** One script for a page: registers all tags and exports what the package exports. */
import './define.js';

export * from './index.js';
