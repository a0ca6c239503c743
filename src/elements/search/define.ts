import { defineElement } from '../define-element.js';
import { C360Search } from './search.js';

defineElement('c360-search', C360Search);

declare global {
  interface HTMLElementTagNameMap {
    'c360-search': C360Search;
  }
}
