import { eventsRegion } from '../../lambda/event-notifier/contract';
import { policiesOf, listOf, type Request } from './prove';
import type { Role, Statement } from './estate';
import type { Installation } from './installation';
import { management, organizationId, rootId } from './organization';
import { serviceCalls, serviceUses } from './service-use';

/** What each kind of role is for. */
const purposes: Readonly<Record<string, string>> = {
  collector: 'hands in the report of its own account, once a day, in every account',
  accounts: 'lists the organization’s accounts, once a day',
  'account-name': 'assumed by collectors, shows each account its own name and no other',
  'organization-lookup':
    'reads the organization’s ids while deploying, and activates trusted access for StackSets',
  'apply-ddl': 'makes the tables and views while deploying',
  'quick-sight': 'asks the tables for the datasets of QuickSight, only with `quickSight`',
  'store-lists': 'stores the lists of exceptions and of thresholds while deploying',
  'collector-schedule': 'Scheduler starts the collector with it',
  'accounts-schedule': 'Scheduler starts the list of accounts with it',
  history: 'writes every day that is over as one file per source, once a day',
  'history-schedule': 'Scheduler starts the history with it',
  digest: 'asks the views and sends the digest',
  'coverage-check': 'counts the accounts without a report, once a day',
  'alarm-notifier': 'notifies Slack of alarms',
  'event-notifier': 'keeps credential events and notifies people of them',
  'event-forwarder': 'EventBridge hands credential events to the central bus with it, in every account',
  'digest-schedule': 'Scheduler starts the digest with it',
  'coverage-check-schedule': 'Scheduler starts the coverage check with it',
  'event-notifier-schedule': 'Scheduler starts the notifier with it',
  'event bus': 'policy of the central bus of credential events',
  analyst: 'managed policy for people to attach: ask, nothing else',
  'trail-analyst': 'managed policy for people to attach: ask what credentials did, nothing else',
  bucket: 'policy of the central bucket',
  topic: 'policy of the topic of mails, only with `notifications.emails`',
  queue: 'policy of the queue of credential events',
  'dead letters': 'policy of the queue of credential events that could not be reported',
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
  const kind = name.replace(/ (trust|invocation)$/, '');
  if (name.endsWith(' trust')) return `### Who becomes \`${kind}\``;
  if (name.endsWith(' invocation')) return `### Who invokes \`${kind}\``;
  return `### \`${kind}\`: ${purposes[kind] ?? 'see its construct'}`;
}

/** Reported before: the statement of that name, or the same actions on the same resources under the same conditions. */
function isWithin(row: Row, other: Row): boolean {
  if (row.name !== undefined || other.name !== undefined) return row.name === other.name;
  return (
    row.actions.every((action) => other.actions.includes(action)) &&
    row.resources.every((resource) => other.resources.map(anywhere).includes(anywhere(resource))) &&
    row.conditions.join() === other.conditions.join()
  );
}

/** A resource whatever the account and the region. */
function anywhere(resource: string): string {
  return resource.replaceAll(/<[a-z]+ account>/g, '<account>').replaceAll(eventsRegion, '<region>');
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
    why: [statement.Sid, ...reasons(policy, statement, installation, recorded)]
      .filter((one) => one !== undefined)
      .join('; '),
  };
}

function principals(principal: unknown): string[] {
  const services = (principal as { Service?: string } | undefined)?.Service;
  return services === undefined ? [] : [`the service ${services}`];
}

/** The function's own calls, what a service does in its role's name, or what a service does as itself. */
function reasons(
  policy: string,
  { Action, Resource, Principal }: Statement,
  installation: Installation,
  recorded: readonly Request[],
): string[] {
  const { estate } = installation;
  const patterns = listOf(Resource).map(wildcards);
  const covers = (action: string, resource: string) =>
    listOf(Action).includes(action) && patterns.some((pattern) => pattern.test(resource));
  const isHolder = (roleArn: string | undefined) =>
    estate.roles.some(({ arn, kind }) => arn === roleArn && kind === policy);
  const called = recorded.some(
    ({ action, resource, principal }) => isHolder(principal.roleArn) && covers(action, resource),
  );
  const holders = [...estate.roles.filter(({ kind }) => kind === policy), ...estate.managed];
  const service = (Principal as { Service?: string } | undefined)?.Service;
  const whys = [
    ...serviceUses.filter(
      ({ kind, action, resource }) =>
        kind === policy &&
        holders.some((holder) => covers(action, resource({ ...holder, kind } as Role, installation))),
    ),
    ...serviceCalls.filter((one) => one.service === service && listOf(Action).includes(one.action)),
  ].map(({ why }) => why);
  return [...(called ? ['its own calls'] : []), ...new Set(whys)];
}

/** What a resource of a statement matches, its variables anything. */
function wildcards(resource: string): RegExp {
  const literal = resource.replaceAll(/\$\{[^}]+\}/g, '*').replaceAll(/[.+^$()|[\]\\{}]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`);
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
  return (
    names
      .reduce((all, [value, name]) => all.replaceAll(value, name), text)
      .replaceAll(/arn:aws:/g, 'arn:<partition>:')
      .replaceAll(/eu-(central|west)-1/g, '<region>')
      .replaceAll(/(?<![0-9])[0-9]{12}(?![0-9])/g, '<account>')
      .replaceAll(/:logs:<region>:<[a-z ]+>/g, ':logs:<region>:<account>')
      .replaceAll(/((?:schedule-group\/|:alarm:|:rule\/[\w-]+\/))[\w-]+/g, '$1<its own>')
      .replaceAll(/(:sns:<region>:<data account>:)Data-\w+/g, '$1<notifications>')
      // Of several that look the same now, one stays.
      .replaceAll(/\["([^"]+)"(?:,"\1")*\]/g, '$1')
  );
}

function render({ effect, actions, resources, conditions, why }: Row): string[] {
  const list = (items: readonly string[]) => items.map((item) => `\`${item}\``).join(', ');
  return [
    `- **${effect}** ${list(actions)}${why === '' ? '' : ` (${why})`}`,
    ...(resources.length === 0 ? [] : [`  - on ${list(resources)}`]),
    ...(conditions.length === 0 ? [] : [`  - if ${list(conditions)}`]),
  ];
}
