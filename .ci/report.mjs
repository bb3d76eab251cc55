/**
 * What `.ci/run` asks of Node: `ping` (does the server of MONGODB_TEST_URL answer?), `complete FILE` (did the contract run on
 * it, and nothing get skipped?), `total STEPS FILE…` (the closing line).
 */
import { readFileSync } from 'node:fs';

const MONGO_SUITE = 'test/store/mongo.test.ts';
/** The contract has more; fewer means that it was emptied or not collected. */
const MONGO_TESTS = 45;

const [command, ...args] = process.argv.slice(2);

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function ping() {
  const { createConnection } = await import('mongoose');
  const connection = await createConnection(process.env.MONGODB_TEST_URL, { serverSelectionTimeoutMS: 1000 }).asPromise();
  await connection.db.command({ ping: 1 });
  await connection.close();
}

function complete(file) {
  const { testResults, numPendingTests, numTodoTests } = read(file);
  const suite = testResults.find(({ name }) => name.endsWith(MONGO_SUITE));
  const passed = suite?.assertionResults.filter(({ status }) => status === 'passed').length ?? 0;
  console.log(`${MONGO_SUITE}: ${passed} passed; skipped in all files: ${numPendingTests + numTodoTests}`);
  return passed >= MONGO_TESTS && numPendingTests + numTodoTests === 0;
}

function total(failedSteps, files) {
  let passed = 0;
  let failed = Number(failedSteps);
  for (const file of files.filter((name) => !name.includes('*'))) {
    const report = read(file);
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    // Failed tests have failed their step too: that one is not counted twice.
    if (report.numFailedTests > 0) failed -= 1;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

switch (command) {
  case 'ping':
    await ping();
    break;
  case 'complete':
    process.exitCode = complete(args[0]) ? 0 : 1;
    break;
  case 'total':
    // The exit code is `.ci/run`'s own affair: it has counted the same failures.
    total(args[0], args.slice(1));
    break;
  default:
    throw new Error(`unknown command ${command}`);
}
