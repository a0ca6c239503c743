import { existsSync, readdirSync } from 'node:fs';

/** Folders of the elements: those with a registration. Others hold what several elements draw. */
export const elementNames = readdirSync('src/elements').filter((name) => existsSync(`src/elements/${name}/define.ts`));
