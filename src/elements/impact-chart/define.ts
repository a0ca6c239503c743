import { defineElement } from '../define-element.js';
import { C360ImpactChart } from './impact-chart.js';

defineElement('c360-impact-chart', C360ImpactChart);

declare global {
  interface HTMLElementTagNameMap {
    'c360-impact-chart': C360ImpactChart;
  }
}
