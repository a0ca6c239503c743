#!/usr/bin/env node
/** `npx c360-elements check …`: the one file of src/ that only Node can run. */
import { run } from './command.js';

/** What Node gives a program; named here, since nothing else in src/ may know of it. */
declare const process: {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly write: (text: string) => void };
  exitCode?: number;
};

const { output, ok } = await run(process.argv.slice(2), process.env);
process.stdout.write(output);
process.exitCode = ok ? 0 : 1;
