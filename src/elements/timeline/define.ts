import { defineElement } from '../define-element.js';
import { C360Timeline } from './timeline.js';

defineElement('c360-timeline', C360Timeline);

declare global {
  interface HTMLElementTagNameMap {
    'c360-timeline': C360Timeline;
  }
}
