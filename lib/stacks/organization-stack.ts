import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings';
import { AccountList } from '../constructs/collection/account-list';
import { AccountNameRole } from '../constructs/collection/account-name-role';
import { Collector } from '../constructs/collection/collector';
import { dailyExpression } from '../constructs/function/daily-schedule';
import { MemberStackSet } from '../constructs/collection/member-stack-set';
import { OrganizationLookup } from '../constructs/collection/organization-lookup';
import { memberTemplate } from './member-template';
import { ReportDestination, reportBucketName } from '../permissions/write-permissions';
import { accountsLeadMinutes, parseTimeOfDay } from '../config/timing';

export interface OrganizationStackProps extends StackProps {
  readonly settings: Settings;
}

/** `CredentialReportOrganization`: what collects, in every account of the organization. */
export class OrganizationStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: OrganizationStackProps) {
    super(scope, id, props);
    const { roles, deployFrom, excludedAccounts, places, spreadMinutes } = settings;
    const { organizationId, managementAccountId, targets, lookup } = this.organization(settings);
    const dataAccountId = places.data.account ?? this.account;
    const dataRegion = places.data.region ?? this.region;
    const bucketName = reportBucketName(dataAccountId, dataRegion);
    const reports = new ReportDestination({
      bucketName,
      ownerAccountId: dataAccountId,
      region: dataRegion,
      kmsKeyArn: settings.kmsKeyArn,
    });
    const start = parseTimeOfDay(settings.collectAt);
    const scheduleExpression = dailyExpression(start);

    const { roleArn: accountNameRoleArn } = new AccountNameRole(this, 'AccountName', {
      organizationId,
      managementAccountId,
      roles,
    });
    new AccountList(this, 'Directory', {
      reports,
      organizationId,
      managementAccountId,
      targets,
      excludedAccounts,
      accountDetails: settings.accountDetails,
      ownerTag: settings.ownerTag,
      roles,
      scheduleExpression: dailyExpression(start - accountsLeadMinutes),
    });
    if (deployFrom === 'management') {
      new Collector(this, 'Collector', {
        reports,
        accountNameRoleArn,
        roles,
        userFacts: settings.userFacts,
        scheduleExpression,
        spreadMinutes,
      });
    }
    const { stackSet } = new MemberStackSet(this, 'Members', {
      name: 'CredentialReportCollector',
      description: 'Hands in the IAM credential report of each account of the organization once a day',
      templateBody: memberTemplate(this, { settings, scheduleExpression }),
      parameters: {
        BucketName: bucketName,
        DataAccountId: dataAccountId,
        DataRegion: dataRegion,
        AccountNameRoleArn: accountNameRoleArn,
      },
      targets,
      excludedAccounts,
      deployFrom,
    });
    if (lookup !== undefined) stackSet.node.addDependency(lookup); // trusted access comes first
    new CfnOutput(this, 'StackSet', {
      description: 'Which accounts have the collector; which of them reported is in the view latest_coverage',
      value: stackSet.stackSetName,
    });
  }

  /** Ids from the configuration; what is not there is looked up while deploying. */
  private organization(settings: Settings) {
    const { organization, activateTrustedAccess, roles, deployFrom } = settings;
    const managementAccountId =
      settings.managementAccountId ?? (deployFrom === 'management' ? this.account : undefined);
    const complete = organization !== undefined && managementAccountId !== undefined;
    const lookup =
      complete && !activateTrustedAccess
        ? undefined
        : new OrganizationLookup(this, 'Organization', {
            activateTrustedAccess,
            readRoot: organization === undefined && settings.targets.length === 0,
            roles,
          });
    const known = <Value>(value: Value | undefined, lookedUp: Value | undefined): Value => {
      const result = value ?? lookedUp;
      if (result === undefined)
        throw new Error('an id of the organization is neither configured nor looked up');
      return result;
    };
    const root = lookup?.rootId;
    return {
      lookup,
      organizationId: known(organization?.id, lookup?.organizationId),
      managementAccountId: known(managementAccountId, lookup?.managementAccountId),
      targets: settings.targets.length > 0 ? settings.targets : [known(organization?.rootId, root)],
    };
  }
}
