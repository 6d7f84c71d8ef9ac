import type { Call } from '../call';
import { onlyParameters, queryProtocol, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { defineService, type Service } from '../service';
import { notImplemented, ServiceError } from '../service-error';
import { queryVocabulary } from '../query-vocabulary';
import { factReads } from './facts';
import { listOrganizationsFeatures } from './organizations-features';
import { ReportDesk } from './report-desk';

/** IAM sends "Unknown" as the message of the report's errors. */
const reportErrors = {
  'not-present': () => new ServiceError('ReportNotPresent', 410, 'Unknown'),
  expired: () => new ServiceError('ReportExpired', 410, 'Unknown'),
  'in-progress': () => new ServiceError('ReportInProgress', 404, 'Unknown'),
};

const starting = 'No report exists. Starting a new report generation task';
const noCapacity = 'No more capacity to launch new report generation tasks';

/** IAM's two calls around the credential report, those that tell what the report leaves out, and central root access. `duration` is how long making one takes, in milliseconds. */
export function iamService(partition: string, duration: number): Service {
  const desk = new ReportDesk(partition, duration);

  function memberOf(call: Call<QueryInput>) {
    const account = call.world.directory.account(call.caller.accountId, call.now);
    if (account === undefined) throw notImplemented(`IAM of ${call.caller.accountId}, which is no member`);
    return account.data;
  }

  return defineService<QueryInput, XmlObject | undefined>({
    name: 'iam',
    protocol: queryProtocol('2010-05-08', 'https://iam.amazonaws.com/doc/2010-05-08/'),
    vocabulary: queryVocabulary(() => new ServiceError('ServiceFailure', 500, 'Internal service failure')),
    ownFault: (fault, action) => {
      const generates = action === 'GenerateCredentialReport';
      if (fault.kind === 'limit-exceeded' && generates)
        return new ServiceError('LimitExceeded', 409, noCapacity);
      if (fault.kind !== 'in-progress') return undefined;
      return generates ? { answer: { State: 'INPROGRESS' } } : reportErrors['in-progress']();
    },
    actions: {
      ...factReads(partition, memberOf),
      ListOrganizationsFeatures: listOrganizationsFeatures,
      async GenerateCredentialReport(call) {
        onlyParameters(call.input, 'iam:GenerateCredentialReport', []);
        await call.authorize({ action: 'iam:GenerateCredentialReport' });
        const { id } = memberOf(call);
        const state = desk.state(id, call.now);
        if (state === 'complete') return { State: 'COMPLETE' };
        if (state === 'in-progress') return { State: 'INPROGRESS' };
        desk.start(id, call.now);
        return { State: 'STARTED', Description: starting };
      },
      async GetCredentialReport(call) {
        onlyParameters(call.input, 'iam:GetCredentialReport', []);
        await call.authorize({ action: 'iam:GetCredentialReport' });
        const account = memberOf(call);
        const state = desk.state(account.id, call.now);
        if (state !== 'complete') throw reportErrors[state]();
        const { bytes, generatedAt } = await desk.collect(account);
        return {
          Content: bytes.toString('base64'),
          ReportFormat: 'text/csv',
          GeneratedTime: generatedAt.toISOString(),
        };
      },
    },
  });
}
