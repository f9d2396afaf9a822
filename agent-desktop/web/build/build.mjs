// node build/build.mjs DIRECTORY: builds the page there, each file also packed, unless nothing changed.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { needLibraries, run, tool } from './libraries.mjs';
import { digest, stamped } from './sources.mjs';

const out = resolve(process.argv[2] ?? 'dist');
const list = join(out, 'files.txt');
const stamp = `${out}.stamp`;
const wanted = digest();
const leastPacked = 1024;

if (stamped(stamp) !== wanted || stamped(list) === '') {
  needLibraries();
  rmSync(stamp, { force: true });
  run(tool('vite'), 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn');
  pack();
  writeFileSync(stamp, wanted);
}

/** The list of files is what the server reads: one path a line. */
function pack() {
  const names = readdirSync(out, { recursive: true }).map(String).filter((name) => statSync(join(out, name)).isFile()).sort();
  for (const name of names) {
    const bytes = readFileSync(join(out, name));
    if (/\.(js|css|svg|json|webmanifest)$/.test(name) && bytes.length >= leastPacked) {
      writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  }
  writeFileSync(list, names.map((name) => `${name}\n`).join(''));
}
