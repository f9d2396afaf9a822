// node build/test.mjs DIRECTORY: types, rules and tests of the page; reports there, in the form of Surefire's.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { needLibraries, tool } from './libraries.mjs';
import { web } from './sources.mjs';

const reports = resolve(process.argv[2] ?? 'dist/reports');
const results = join(reports, 'web.json');

needLibraries();
mkdirSync(reports, { recursive: true });
rmSync(results, { force: true });
const types = check('types', tool('tsc'), '--pretty', 'false');
const rules = check('rules', tool('eslint'), '--max-warnings', '0', '.');
const tests = spawnSync(tool('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  { cwd: web, stdio: ['ignore', 'inherit', 'inherit'] });
report('web.tests', cases());
process.exit(types && rules && tests.status === 0 ? 0 : 1);

function check(name, program, ...args) {
  const done = spawnSync(program, args, { cwd: web, encoding: 'utf8' });
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`;
  if (done.status !== 0) {
    console.error(said);
  }
  report(`web.${name}`, [{ name, seconds: 0, wrong: done.status === 0 ? null : said }]);
  return done.status === 0;
}

function cases() {
  const files = JSON.parse(readFileSync(results, 'utf8')).testResults;
  return files.flatMap((file) => file.assertionResults.length === 0 && file.status === 'failed'
    ? [{ name: file.name, seconds: 0, wrong: file.message }]
    : file.assertionResults.map((one) => ({
        name: one.fullName, seconds: (one.duration ?? 0) / 1000, skipped: one.status === 'pending' || one.status === 'skipped' || one.status === 'todo',
        wrong: one.status === 'failed' ? one.failureMessages.join('\n') : null,
      })));
}

function report(suite, ran) {
  const count = (which) => ran.filter(which).length;
  const lines = ran.map((one) => `  <testcase classname="${suite}" name="${text(one.name)}" time="${one.seconds.toFixed(3)}">`
    + (one.wrong === null ? '' : `<failure message="failed">${text(one.wrong)}</failure>`) + (one.skipped ? '<skipped/>' : '') + '</testcase>');
  writeFileSync(join(reports, `TEST-${suite}.xml`), `<?xml version="1.0" encoding="UTF-8"?>\n`
    + `<testsuite name="${suite}" tests="${ran.length}" errors="0" failures="${count((one) => one.wrong !== null)}" skipped="${count((one) => one.skipped)}">\n`
    + `${lines.join('\n')}\n</testsuite>\n`);
}

function text(raw) {
  // eslint-disable-next-line no-control-regex
  return raw.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
