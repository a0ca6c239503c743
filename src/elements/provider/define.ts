import { defineElement } from '../define-element.js';
import { C360Provider } from './provider.js';

defineElement('c360-provider', C360Provider);

declare global {
  interface HTMLElementTagNameMap {
    'c360-provider': C360Provider;
  }
}
