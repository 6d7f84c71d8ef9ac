import { startCollectors } from './collectors';
import { firstFactsDay } from './days';
import { startDemoOrganization } from './demo-organization';
import type { ListedDay } from './list-days';
import { isSilent } from './organization';

const msPerMinute = 60_000;

/** Some of the organization's accounts, with collectors, a clock and a copy of the organization of their own. */
export interface OrganizationPart {
  /** Runs the collectors of the part's accounts on every day. */
  collect(listed: readonly ListedDay[], dayDone: (day: string) => void): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the part that has every so many-th account of a day.
 * @param part which one, from 0 on
 */
export async function startPart(folder: string, part: number, parts: number): Promise<OrganizationPart> {
  const { organization, clock } = await startDemoOrganization(folder);
  const collectors = startCollectors(organization, clock);
  return {
    async collect(listed, dayDone) {
      for (const { day, accounts } of listed) {
        const scheduledAt = new Date(`${day}T03:00:00Z`);
        const collected = accounts.filter(
          (account) => account.expected && !isSilent(account.account_id, day),
        );
        for (const [turn, { account_id: accountId }] of collected.entries()) {
          if (turn % parts !== part) continue;
          clock.advanceTo(new Date(scheduledAt.getTime() + turn * 4 * msPerMinute));
          await collectors.run(accountId, scheduledAt, day < firstFactsDay ? 'none' : 'all');
        }
        dayDone(day);
      }
    },
    async close() {
      await collectors.close();
      await organization.close();
    },
  };
}
