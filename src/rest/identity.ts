const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether two ids name one customer. Ids are exact (T26, TH8), but GUIDs are the same in any letter case. */
export function isSameId(left: string, right: string): boolean {
  return left === right || (guid.test(left) && left.toLowerCase() === right.toLowerCase());
}
