// Loaded before a program and its threads (NODE_OPTIONS): the requests that it sends -> lines in a file of its own.
import { openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { followChildren } from './follow-children.js';
import { preloadOption } from './preload-option.js';
import { quietly } from './quietly.js';
import {
  FOLDER_VARIABLE,
  HOSTS_FILE,
  reduceRequest,
  type SentRequest,
  toLine,
} from './seen-request.js';
import { watchRequests } from './watch-requests.js';

const folder = process.env[FOLDER_VARIABLE];
if (folder) quietly(() => record(folder));

function record(folder: string): void {
  const hosts = new Set(JSON.parse(readFileSync(join(folder, HOSTS_FILE), 'utf8')) as string[]);
  // that the file is there says that the program was; for no other user
  const file = openSync(join(folder, `${process.pid}-${threadId}.jsonl`), 'a', 0o600);
  // tests watch and replace the functions of fs: this one, as it is now, calls no other
  const now = writeSync;
  // at once and whole, so that a program that is killed loses nothing
  const write = (text: string) => void now(file, text);
  const reduce = (sent: SentRequest) => {
    const seen = reduceRequest(sent, hosts);
    return seen && toLine(seen);
  };
  watchRequests(reduce, write);
  const option = preloadOption(__filename);
  followChildren({ [FOLDER_VARIABLE]: folder, NODE_OPTIONS: option }, option);
}
