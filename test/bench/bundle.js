/** How a page of the bench and whatever is weighed are made: as a site would publish them. @satisfies {import('esbuild').BuildOptions} */
export const asPublished = /** @type {const} */ ({
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  write: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
});
