/** `TAG_NAMES` as the warehouses write lists: a JSON array, or names between commas, semicolons or bars. */
export function decodeTags(text: string | undefined): readonly string[] {
  const trimmed = text?.trim() ?? '';
  if (trimmed.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(trimmed);
      if (Array.isArray(list)) return list.filter((tag): tag is string => typeof tag === 'string' && tag !== '');
    } catch {
      // Not a list after all: read as text.
    }
  }
  return trimmed
    .split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
}
