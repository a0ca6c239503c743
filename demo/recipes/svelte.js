import 'c360-elements/define';
import { configure } from 'c360-elements';
import { mount } from 'svelte';
import App from './svelte.svelte';

configure({ baseUrl: '/api', timeFrame: '2017-07-01/2017-12-31' });
mount(App, { target: document.querySelector('#app') });
