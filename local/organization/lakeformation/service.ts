import { jsonVocabulary } from '../json-vocabulary';
import { onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { restJsonProtocol } from '../protocols/rest-json';
import { defineService, type Service } from '../service';

const iamAlone = [
  { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] },
];

/** What IAM alone decides about; the rest is left to Lake Formation. The same in every account. */
export interface LakeFormationProps {
  readonly newDatabases: boolean;
  readonly newTables: boolean;
  /** ARNs of its administrators. @default none */
  readonly admins?: readonly string[];
}

/** Lake Formation's settings. */
export function lakeFormationService({ newDatabases, newTables, admins = [] }: LakeFormationProps): Service {
  return defineService<JsonInput, JsonOutput>({
    name: 'lakeformation',
    protocol: restJsonProtocol(),
    vocabulary: jsonVocabulary('ThrottledException', 'InternalServiceException'),
    actions: {
      async GetDataLakeSettings(call) {
        onlyMembers(call.input, 'lakeformation:GetDataLakeSettings', []);
        await call.authorize({ action: 'lakeformation:GetDataLakeSettings' });
        return {
          DataLakeSettings: {
            DataLakeAdmins: admins.map((DataLakePrincipalIdentifier) => ({ DataLakePrincipalIdentifier })),
            CreateDatabaseDefaultPermissions: newDatabases ? iamAlone : [],
            // Absent says the same as empty.
            ...(newTables ? { CreateTableDefaultPermissions: iamAlone } : {}),
          },
        };
      },
    },
  });
}
