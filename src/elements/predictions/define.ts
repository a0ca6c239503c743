import { defineElement } from '../define-element.js';
import { C360Predictions } from './predictions.js';

defineElement('c360-predictions', C360Predictions);

declare global {
  interface HTMLElementTagNameMap {
    'c360-predictions': C360Predictions;
  }
}
