import 'c360-elements/define';
import { configure } from 'c360-elements';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

configure({ baseUrl: '/api', timeFrame: '2017-07-01/2017-12-31' });

function Customer() {
  const [loaded, setLoaded] = useState('');
  return (
    <>
      <h1>Customer {loaded}</h1>
      <c360-panel customerId="1111113001034507" onc360-load={({ detail }) => setLoaded(`of ${detail.customerId}`)} />
    </>
  );
}

createRoot(document.querySelector('#app')).render(<Customer />);
