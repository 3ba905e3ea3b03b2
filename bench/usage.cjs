// A Node program that is begun with this -> at its end, on descriptor 3, the time on all cores and the most memory it took.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

// threads are begun with it too
if (isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(
      3,
      JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 }),
    );
  });
