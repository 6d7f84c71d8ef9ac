import { policiesOf, listOf, type Request } from './prove';
import type { Statement } from './estate';
import type { Installation } from './installation';
import { management, organizationId, rootId } from './organization';
import { serviceUses } from './service-use';

/** What each kind of role is for. */
const purposes: Readonly<Record<string, string>> = {
  collector: 'hands in the report of its own account, once a day, in every account',
  accounts: 'lists the organization’s accounts, once a day',
  'account-name': 'assumed by collectors, shows each account its own name and no other',
  'organization-lookup':
    'reads the organization’s ids while deploying, and activates trusted access for StackSets',
  'apply-ddl': 'makes the tables and views while deploying',
  'quick-sight': 'asks the tables for the datasets of QuickSight, only with `quickSight`',
  'store-exceptions': 'stores the reviewed list of accepted findings while deploying',
  'collector-schedule': 'Scheduler starts the collector with it',
  'accounts-schedule': 'Scheduler starts the list of accounts with it',
  digest: 'asks the views and sends the digest',
  'coverage-check': 'counts the accounts without a report, once a day',
  'alarm-notifier': 'tells alarms to Slack, from other regions to mail too',
  'event-notifier': 'keeps credential events and tells them',
  'event-forwarder': 'EventBridge hands credential events to the central bus with it, in every account',
  'digest-schedule': 'Scheduler starts the digest with it',
  'coverage-check-schedule': 'Scheduler starts the coverage check with it',
  'event-notifier-schedule': 'Scheduler starts the notifier with it',
  'event bus': 'policy of the central bus of credential events',
  analyst: 'managed policy for people to attach: ask, nothing else',
  bucket: 'policy of the central bucket',
};

interface Row {
  readonly name: string | undefined;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly string[];
  readonly effect: string;
  readonly why: string;
}

/** The page of everything that the templates allow and deny, as Markdown. */
export function permissionsPage(
  installations: readonly Installation[],
  recorded: readonly Request[],
): string {
  const sections = new Map<string, Row[]>();
  for (const installation of installations) {
    for (const { name, document } of policiesOf(installation.estate)) {
      const rows = sections.get(name) ?? [];
      sections.set(name, rows);
      for (const statement of document.Statement) {
        const row = rowOf(name, statement, installation, recorded);
        const known = rows.some((one) => isWithin(row, one));
        if (!known) rows.push(row);
      }
    }
  }
  return [...sections]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, rows]) => [heading(name), '', ...rows.flatMap(render), ''])
    .join('\n');
}

function heading(name: string): string {
  const kind = name.replace(/ trust$/, '');
  return name.endsWith(' trust')
    ? `### Who becomes \`${kind}\``
    : `### \`${kind}\`: ${purposes[kind] ?? 'see its construct'}`;
}

/** Told before: the statement of that name, or the same actions under the same conditions. */
function isWithin(row: Row, other: Row): boolean {
  if (row.name !== undefined || other.name !== undefined) return row.name === other.name;
  return (
    row.actions.every((action) => other.actions.includes(action)) &&
    row.conditions.join() === other.conditions.join()
  );
}

function rowOf(
  policy: string,
  statement: Statement,
  installation: Installation,
  recorded: readonly Request[],
): Row {
  const anonymous = (text: unknown) =>
    withoutIds(typeof text === 'string' ? text : JSON.stringify(text), installation);
  const actions = listOf(statement.Action);
  return {
    name: statement.Sid,
    effect: statement.Effect,
    actions,
    resources: listOf(statement.Resource).map(anonymous),
    conditions: [
      ...principals(statement.Principal),
      ...Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, value]) => `${operator} ${key} = ${anonymous(value)}`),
      ),
    ],
    why: statement.Sid ?? reason(policy, actions, installation, recorded),
  };
}

function principals(principal: unknown): string[] {
  const services = (principal as { Service?: string } | undefined)?.Service;
  return services === undefined ? [] : [`the service ${services}`];
}

/** The function's own calls, or what a service does in its role's name. */
function reason(
  policy: string,
  actions: readonly string[],
  { estate }: Installation,
  recorded: readonly Request[],
): string {
  const called = recorded.some(
    ({ action, principal }) =>
      actions.includes(action) &&
      estate.roles.some(({ arn, kind }) => arn === principal.roleArn && kind === policy),
  );
  const whys = serviceUses
    .filter(({ kind, action }) => kind === policy && actions.includes(action))
    .map(({ why }) => why);
  return [...(called ? ['its own calls'] : []), ...new Set(whys)].join('; ');
}

function withoutIds(
  text: string,
  { estate, bucketName, dataAccountId, deployingAccountId, kmsKeyArn }: Installation,
): string {
  const names: [string, string][] = [
    ...(kmsKeyArn === undefined ? [] : [[kmsKeyArn, '<key>'] as [string, string]]),
    [bucketName, '<bucket>'],
    ...estate.functions.map(({ logGroup }): [string, string] => [
      `log-group:${logGroup}`,
      'log-group:<its own>',
    ]),
    ...estate.functions.map(({ arn }): [string, string] => [arn, '<function>']),
    [`organizations::${management}`, 'organizations::<management account>'],
    [organizationId, '<organization>'],
    [rootId, '<root>'],
    [dataAccountId, '<data account>'],
    [deployingAccountId, '<deploying account>'],
    ['/platform/', '/'],
  ];
  return names
    .reduce((all, [value, name]) => all.replaceAll(value, name), text)
    .replaceAll(/arn:aws:/g, 'arn:<partition>:')
    .replaceAll(/eu-(central|west)-1/g, '<region>')
    .replaceAll(/(?<![0-9])[0-9]{12}(?![0-9])/g, '<account>')
    .replaceAll(/:logs:<region>:<[a-z ]+>/g, ':logs:<region>:<account>')
    .replaceAll(/(schedule-group\/)[\w-]+/g, '$1<its own>');
}

function render({ effect, actions, resources, conditions, why }: Row): string[] {
  const list = (items: readonly string[]) => items.map((item) => `\`${item}\``).join(', ');
  return [
    `- **${effect}** ${list(actions)}${why === '' ? '' : ` (${why})`}`,
    ...(resources.length === 0 ? [] : [`  - on ${list(resources)}`]),
    ...(conditions.length === 0 ? [] : [`  - if ${list(conditions)}`]),
  ];
}
