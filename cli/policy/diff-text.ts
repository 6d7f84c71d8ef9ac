import { counted, readableNumber } from '../../lambda/shared/text/counted';
import { printable } from '../output/printable';
import { grantedActions, unknownPolicies, type GrantedActions } from './granted-actions';
import type { Grants } from './read-grants';

/** Names that a line has, of a list. */
const mostNamed = 5;

/** What is granted and was never used, by service: first services of which something was used, then the others. */
export async function diffText(grants: Grants, used: readonly string[]): Promise<string> {
  const granted = await grantedActions(grants);
  const usedOf = (service: string) => used.filter((action) => action.startsWith(`${service}:`));
  const partly = [...granted.keys()].filter((service) => usedOf(service).length > 0);
  const lines = [
    ...partly.map((service) => partlyLine(service, granted, usedOf(service))),
    ...wholeLines([...granted].filter(([service]) => !partly.includes(service))),
    ...grants.unreadPolicies.map((name) => `not known: the statements of the policy ${name} were not read`),
    ...unknownPolicies(grants).map((name) => `not known: what AWS's policy ${name} grants is in no fact`),
  ];
  const shown = lines.length === 0 ? ['nothing'] : lines;
  return [`granted and never used, by the facts of ${grants.day}:`, ...shown.map((line) => `  ${line}`)]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

function partlyLine(service: string, granted: GrantedActions, used: readonly string[]): string {
  const all = granted.get(service) ?? [];
  const never = all.filter((name) => !used.includes(`${service}:${name}`));
  const names = never.length === 0 ? '' : `: ${shortList(never)}`;
  return `${service}: ${readableNumber(never.length)} of ${counted(all.length, 'action')}${names}`;
}

/** Services of which nothing was used: an administrator has all there are, which nobody reads one by one. */
function wholeLines(services: readonly (readonly [string, readonly string[]])[]): string[] {
  if (services.length <= 20)
    return services.map(
      ([service, names]) =>
        `${service}: every one of ${counted(names.length, 'action')}: ${shortList(names)}`,
    );
  const actions = services.reduce((sum, [, names]) => sum + names.length, 0);
  return [
    `${counted(services.length, 'service')} of which nothing was used, ${counted(actions, 'action')}: ${shortList(services.map(([service]) => service))}`,
  ];
}

function shortList(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${readableNumber(more)} more` : ''}`;
}
