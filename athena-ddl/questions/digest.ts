import { date, defineQuestion, integer, nullable, text, type RowOf } from '../question';
import controls from '../queries/functions/digest_controls.sql';
import changes from '../queries/functions/digest_changes.sql';
import critical from '../queries/functions/digest_critical.sql';
import exceptions from '../queries/functions/digest_exceptions.sql';
import findingChanges from '../queries/functions/digest_finding_changes.sql';
import findings from '../queries/functions/digest_findings.sql';
import gaps from '../queries/functions/digest_gaps.sql';
import keys from '../queries/functions/digest_keys.sql';
import leftAccounts from '../queries/functions/digest_left_accounts.sql';
import numbers from '../queries/functions/digest_numbers.sql';
import organization from '../queries/functions/digest_organization.sql';
import owners from '../queries/functions/digest_owners.sql';
import { digestCoverage } from './digest-coverage';

/** What is said of each control, in every digest and those for owners. */
export const controlsQuestion = defineQuestion('digest_controls', controls, {
  control: text(),
  severity: text(),
  first_step: text(),
  link: text(),
});

/** Whose a digest is. */
export const organizationQuestion = defineQuestion('digest_organization', organization, {
  organization_id: nullable(text()),
});

/** What every digest asks. */
export const digestQuestions = {
  digest_coverage: digestCoverage,
  digest_gaps: defineQuestion('digest_gaps', gaps, {
    account_id: text(),
    account_name: nullable(text()),
    ou_path: nullable(text()),
    owner: nullable(text()),
    status: text(),
    reason: nullable(text()),
    since: date(),
    /** 1 on the first day. */
    days_silent: integer(),
    last_collected: nullable(date()),
  }),
  digest_left_accounts: defineQuestion('digest_left_accounts', leftAccounts, {
    account_id: text(),
    account_name: nullable(text()),
    ou_path: nullable(text()),
    last_listed_on: date(),
    days_ago: integer(),
  }),
  digest_numbers: defineQuestion('digest_numbers', numbers, {
    days_ago: integer(),
    accounts: integer(),
    users: integer('IAM users'),
    console_users: integer('Console users'),
    console_users_without_mfa: integer('Console users without MFA'),
    active_keys: integer('Active access keys'),
    old_active_keys: integer('Active access keys older than 90 days'),
  }),
  digest_findings: defineQuestion('digest_findings', findings, {
    severity: text(),
    open_findings: integer(),
    excepted_findings: integer(),
    expired_findings: integer(),
  }),
  digest_organization: organizationQuestion,
  digest_controls: controlsQuestion,
  digest_critical: defineQuestion('digest_critical', critical, {
    account_id: text(),
    account_name: nullable(text()),
    user_name: text(),
    control: text(),
    credential: nullable(text()),
    /** NULL where it is about no key, or not certain. */
    key_id: nullable(text()),
    owner: nullable(text()),
    evidence: text(),
  }),
  digest_keys: defineQuestion('digest_keys', keys, {
    place: integer(),
    advice: text(),
    account_id: text(),
    account_name: nullable(text()),
    user_name: text(),
    credential: text(),
    /** NULL where it is not certain. */
    key_id: nullable(text()),
    owner: nullable(text()),
    reason: text(),
    keys_to_act_on: integer(),
  }),
  digest_finding_changes: defineQuestion('digest_finding_changes', findingChanges, {
    days: integer(),
    /** `new`, `resolved`, or `unchanged` of critical findings. */
    change: text(),
    severity: text(),
    control: text(),
    account_id: text(),
    account_name: nullable(text()),
    user_name: text(),
    credential: nullable(text()),
    evidence: text(),
    status: text(),
    /** NULL where it is about no key, or not certain. */
    key_id: nullable(text()),
  }),
  digest_changes: defineQuestion('digest_changes', changes, {
    report_date: date(),
    days_ago: integer(),
    account_id: text(),
    account_name: nullable(text()),
    user_name: text(),
    change: text(),
    evidence: text(),
  }),
  digest_exceptions: defineQuestion('digest_exceptions', exceptions, {
    account_id: text(),
    user_name: text(),
    control: text(),
    reason: text(),
    approved_by: text(),
    expires_on: date(),
    days_left: integer(),
  }),
};

type DigestQuestions = typeof digestQuestions;

/** A row that answers one of them. */
export type DigestRow<Query extends keyof DigestQuestions> = RowOf<DigestQuestions[Query]>;

/** The rows that answer all of them. */
export type DigestRows = { readonly [Query in keyof DigestQuestions]: readonly DigestRow<Query>[] };

/** Asked beside the others where owners get mails of their own: every account, with its open findings if it has any. */
export const ownersQuestion = defineQuestion('digest_owners', owners, {
  account_id: text(),
  account_name: nullable(text()),
  /** A JSON object. */
  tags: nullable(text()),
  severity: nullable(text()),
  control: nullable(text()),
  user_name: nullable(text()),
  credential: nullable(text()),
  /** NULL where it is about no key, or not certain. */
  key_id: nullable(text()),
  evidence: nullable(text()),
});

export type OwnersRow = RowOf<typeof ownersQuestion>;
