/** One icon of the set: its shapes as tag and attributes on a 24 by 24 grid. The package types only its barrel, which pulls in every icon. */
declare module 'lucide/dist/esm/icons/*' {
  const shapes: readonly (readonly [tag: string, attributes: Readonly<Record<string, string | number | undefined>>])[];
  export default shapes;
}
