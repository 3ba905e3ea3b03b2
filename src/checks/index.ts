// All checks, in the order in which reports show them; a new one takes its file and a line here.
import type { CheckHelp } from '../model/report.js';
import { ambiguousRoute } from './ambiguous-route.js';
import { broaderPermission } from './broader-permission.js';
import type { Check } from './check.js';
import { conflictingGrants } from './conflicting-grants.js';
import { cutRegion } from './cut-region.js';
import { cyclicInclusion } from './cyclic-inclusion.js';
import { deprecatedRoute } from './deprecated-route.js';
import { duplicateRoute } from './duplicate-route.js';
import { excessPermission } from './excess-permission.js';
import { expiredIgnore } from './expired-ignore.js';
import { includedPermission } from './included-permission.js';
import { malformedRow } from './malformed-row.js';
import { missingPermission } from './missing-permission.js';
import { redundantPermission } from './redundant-permission.js';
import { redundantRequirement } from './redundant-requirement.js';
import { redundantRow } from './redundant-row.js';
import { shadowedRoute } from './shadowed-route.js';
import { staleBaseline } from './stale-baseline.js';
import { staleRow } from './stale-row.js';
import { unaccountedText } from './unaccounted-text.js';
import { undeclaredPermission } from './undeclared-permission.js';
import { unexplainedIgnore } from './unexplained-ignore.js';
import { unknownPermission } from './unknown-permission.js';
import { unknownRequirement } from './unknown-requirement.js';
import { unknownRoute } from './unknown-route.js';
import { unreadSource } from './unread-source.js';
import { unreadableInput } from './unreadable-input.js';
import { unresolvedCall } from './unresolved-call.js';
import { unseenCall } from './unseen-call.js';
import { unsupportedMethod } from './unsupported-method.js';
import { unusedClient } from './unused-client.js';
import { unusedIgnore } from './unused-ignore.js';
import { unusedPermission } from './unused-permission.js';
import { unusedStatement } from './unused-statement.js';

/** Every check that there is. */
export const checks: readonly Check[] = [
  unreadableInput,
  malformedRow,
  duplicateRoute,
  ambiguousRoute,
  undeclaredPermission,
  cyclicInclusion,
  missingPermission,
  excessPermission,
  includedPermission,
  redundantPermission,
  broaderPermission,
  unknownPermission,
  conflictingGrants,
  unknownRoute,
  unsupportedMethod,
  unknownRequirement,
  unresolvedCall,
  unaccountedText,
  unreadSource,
  cutRegion,
  unseenCall,
  unusedStatement,
  unusedClient,
  expiredIgnore,
  unexplainedIgnore,
  unusedIgnore,
  staleBaseline,
  deprecatedRoute,
  shadowedRoute,
  redundantRow,
  redundantRequirement,
  unusedPermission,
  staleRow,
];

/** What the checks say of themselves, as it travels with a report. */
export const checkHelp: readonly CheckHelp[] = checks.map(
  ({ examples: _, run: __, lint: ___, ...help }) => help,
);
