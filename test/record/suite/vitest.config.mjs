// The suite that suites.test.ts records.
export default { test: { include: ['*.spec.mjs'] } };
