import type { Ask } from '../../../athena-ddl/question';
import type { OwnersRow } from '../../../athena-ddl/questions/digest';
import type { Channel } from '../../../lambda/shared/messages/channel';
import type { DeliveryRecord, DeliveryRecords } from '../../../lambda/digest/delivery-record';
import type { RunDigestDependencies } from '../../../lambda/digest/run-digest';
import { mailOf } from '../../../lambda/shared/messages/mail';
import { askExamples } from '../../athena-ddl/example-answers';
import { digestRows, gap, payments, sandbox } from './rows';

const reason = new Error('TABLE_NOT_FOUND: line 3:8');

const data = { account_id: '100000000009', account_name: 'Data' };
const finding = (account: typeof payments, tags: string | null, severity: string | null): OwnersRow => ({
  ...account,
  tags,
  severity,
  control: 'console-mfa',
  user_name: 'jane.doe',
  credential: 'password',
  key_id: null,
  evidence: 'MFA off',
});
const owned = [
  finding(payments, '{"team":"pay"}', 'critical'),
  finding(payments, '{"team":"pay"}', 'high'),
  finding(sandbox, '{"team":"lab"}', 'low'),
  finding(sandbox, null, 'low'),
  // The text of JSON's null.
  finding(sandbox, 'null', 'low'),
  { ...finding(data, '{"team":"ops"}', null), control: null },
  { ...finding(sandbox, '{"team":"old"}', null), control: null },
];
const gaps = [gap({ ...data, since: '2026-11-10', days_silent: 13, last_collected: '2026-11-09' })];

/** Records and channels in memory; a channel, a query or the records' store can be broken. */
export class DigestWorld {
  readonly records = new Map<string, DeliveryRecord>();
  readonly sent: string[] = [];
  readonly texts: string[] = [];
  readonly asked: string[] = [];
  broken: Record<string, Error> = {};
  failingQuery: string | undefined;
  hasReports = true;
  /** The records' store fails at the end of a delivery: the run breaks off. */
  breaksOff = false;
  /** Keys of records that cannot be read. */
  unreadable: readonly string[] = [];
  now = new Date('2026-11-23T06:00:00Z');
  private ids = 0;

  channel(name: string): Channel {
    return {
      name,
      send: (document) => {
        const error = this.broken[name];
        if (error !== undefined) return Promise.reject(error);
        this.sent.push(`${name}: ${document.title}`);
        this.texts.push(mailOf(document).text);
        return Promise.resolve();
      },
    };
  }

  deps(given: Partial<RunDigestDependencies> = {}): RunDigestDependencies {
    return {
      ask: (question) => {
        this.asked.push(question.query);
        return question.query === this.failingQuery ? Promise.reject(reason) : this.rows()(question);
      },
      channels: [this.channel('mail'), this.channel('slack')],
      records: this.store,
      now: () => this.now,
      newId: () => String(this.ids++),
      context: { links: {}, consoleHost: 'console.aws.amazon.com' },
      ...given,
    };
  }

  private rows(): Ask {
    const rows = digestRows({ digest_gaps: gaps, ...(this.hasReports ? {} : { digest_numbers: [] }) });
    return askExamples({ ...rows, digest_owners: owned });
  }

  private readonly store: DeliveryRecords = {
    begin: (record) => {
      const key = `${record.period}/${record.channel}`;
      if (this.records.has(key)) return Promise.resolve('exists');
      this.records.set(key, record);
      return Promise.resolve('begun');
    },
    end: (record) => {
      if (this.breaksOff) return Promise.reject(new Error('the connection was cut'));
      this.records.set(`${record.period}/${record.channel}`, record);
      return Promise.resolve();
    },
    read: (of, channel) => {
      const key = `${of}/${channel}`;
      return this.unreadable.includes(key)
        ? Promise.reject(new Error('AccessDenied'))
        : Promise.resolve(this.records.get(key));
    },
  };
}
