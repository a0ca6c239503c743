// Importing registers nothing and needs no browser; the tags are plain markup until the page loads the script.
import { configure, VERSION } from 'c360-elements';

configure({ baseUrl: '/api' });
process.stdout.write(`<script type="module" src="/cdn/c360.js"></script><c360-panel customer-id="1111113001034507"></c360-panel><!-- ${VERSION} -->`);
