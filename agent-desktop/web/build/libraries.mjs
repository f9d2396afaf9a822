// Fetches the libraries when package-lock.json is not the one of last time.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, stamped, web } from './sources.mjs';

export function needLibraries() {
  const stamp = join(web, 'node_modules', '.stamp');
  const wanted = digest([join(web, 'package.json'), join(web, 'package-lock.json')]);
  if (stamped(stamp) === wanted) {
    return;
  }
  run('npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts');
  writeFileSync(stamp, wanted);
}

export function run(program, ...args) {
  const done = spawnSync(program, args, { cwd: web, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.error) {
    console.error(`${program} does not run: ${done.error.message}. Node.js >= 20.19 with npm is needed; bin/test and bin/demo fetch it where it is missing.`);
    process.exit(1);
  }
  if (done.status !== 0) {
    process.exit(done.status ?? 1);
  }
}

/** A program of the libraries. */
export function tool(name) {
  return join(web, 'node_modules', '.bin', name);
}
