/** Long enough for every browser to have taken the file over. */
const KEPT = 1000;

/** A name every file system takes: words joined by hyphens, whatever the data put into them. */
export function toFileName(words: readonly (string | undefined)[], extension: string): string {
  const safe = words.map((word) => word?.replace(/[^\p{L}\p{N}._]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '')).filter(Boolean);
  return `${safe.join('-').slice(0, 120) || 'export'}.${extension}`;
}

/** Hands a file to the person; nothing enters the page. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The address keeps personal data readable as long as it lives.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
