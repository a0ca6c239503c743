import 'c360-elements/define';
import { configure } from 'c360-elements';
import { createApp, h, ref } from 'vue';

configure({ baseUrl: '/api', timeFrame: '2017-07-01/2017-12-31' });

// With templates: <c360-panel customer-id="…" @c360-load="…" />, and compilerOptions.isCustomElement = (tag) => tag.startsWith('c360-').
createApp({
  setup() {
    const loaded = ref('');
    return () => [
      h('h1', `Customer ${loaded.value}`),
      h('c360-panel', { customerId: '1111113001034507', 'onC360-load': ({ detail }) => (loaded.value = `of ${detail.customerId}`) }),
    ];
  },
}).mount('#app');
