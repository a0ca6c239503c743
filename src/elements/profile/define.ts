import { defineElement } from '../define-element.js';
import { C360Profile } from './profile.js';

defineElement('c360-profile', C360Profile);

declare global {
  interface HTMLElementTagNameMap {
    'c360-profile': C360Profile;
  }
}
