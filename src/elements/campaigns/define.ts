import { defineElement } from '../define-element.js';
import { C360Campaigns } from './campaigns.js';

defineElement('c360-campaigns', C360Campaigns);

declare global {
  interface HTMLElementTagNameMap {
    'c360-campaigns': C360Campaigns;
  }
}
