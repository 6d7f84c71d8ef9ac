import type { Call } from '../call';
import type { JsonInput, JsonOutput } from '../protocols/json';
import { page } from './page';
import { paging, permit } from './permit';
import { accountShape } from './shapes';

/** Which services act for the organization, and which accounts administer them. */
export const trustedServices: Readonly<Record<string, (call: Call<JsonInput>) => Promise<JsonOutput>>> = {
  async ListAWSServiceAccessForOrganization(call) {
    await permit(call, 'ListAWSServiceAccessForOrganization', paging);
    const services = (call.world.directory.organization.trustedServices ?? []).map((ServicePrincipal) => ({
      ServicePrincipal,
    }));
    const { items, ...rest } = page(services, call.input);
    return { EnabledServicePrincipals: items, ...rest };
  },

  async ListDelegatedAdministrators(call) {
    await permit(call, 'ListDelegatedAdministrators', ['ServicePrincipal', ...paging]);
    const { ServicePrincipal: principal } = call.input;
    const { directory } = call.world;
    const administrators = directory.members(call.now).filter(({ data }) => {
      const services = data.delegatedFor ?? [];
      return typeof principal === 'string' ? services.includes(principal) : services.length > 0;
    });
    const { items, ...rest } = page(administrators, call.input);
    return { DelegatedAdministrators: items.map((one) => accountShape(one, directory)), ...rest };
  },
};
