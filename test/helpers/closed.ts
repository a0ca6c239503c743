/**
 * Says where a view model is not closed: everything in it must be frozen and made of strings, finite numbers, booleans and null, with
 * maps of them, so that no object of a backend can reach a template (F8, TH4). Empty when all is well.
 */
export function openPaths(value: unknown, path = '$'): readonly string[] {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? [] : [`${path} holds half a letter`];
    case 'boolean':
    case 'undefined':
      return [];
    case 'number':
      return Number.isFinite(value) ? [] : [`${path} is ${value}`];
    case 'object':
      break;
    default:
      return [`${path} is a ${typeof value}`];
  }
  if (value === null) return [];
  if (value instanceof Map) return [...value].flatMap(([key, member]) => [...openPaths(key, `${path}.key`), ...openPaths(member, `${path}.get(${key})`)]);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === Array.prototype;
  return [
    ...(isPlain ? [] : [`${path} is no plain object`]),
    ...(Object.isFrozen(value) ? [] : [`${path} can be changed`]),
    ...Object.entries(value).flatMap(([key, member]) => openPaths(member, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`)),
  ];
}
