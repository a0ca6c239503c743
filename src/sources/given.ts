/** The object without the members that are `undefined`: what is not provided is missing, so that nothing later mistakes it for known. */
export function given<Members extends object>(members: Members): Members {
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) delete (members as Record<string, unknown>)[name];
  }
  return members;
}
