import { defineElement } from '../define-element.js';
import { C360Panel } from './panel.js';

// Before its sections, so that they find it ready when they ask for configuration.
defineElement('c360-panel', C360Panel);

declare global {
  interface HTMLElementTagNameMap {
    'c360-panel': C360Panel;
  }
}
