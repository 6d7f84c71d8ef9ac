import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import { dataSets } from './data-sets';
import { filterGroups, windowControl, windowParameter, withoutRoot } from './filters';
import { sheetOf } from './sheet';
import { credentialVisuals, findingVisuals, usersVisualId } from './sheets';

const credentials = 'credentials';

/**
 * The dashboard: numbers with their change and charts, a sheet of findings and users, and filters that act on both.
 * @param dataSetArns ARN of each dataset, by its id
 */
export function dashboardDefinition(
  dataSetArns: Readonly<Record<string, string>>,
): CfnDashboard.DashboardVersionDefinitionProperty {
  return {
    dataSetIdentifierDeclarations: dataSets.map(({ id }) => ({
      identifier: id,
      dataSetArn: dataSetArns[id] ?? '',
    })),
    parameterDeclarations: [windowParameter],
    filterGroups: [...filterGroups, withoutRoot(credentials, usersVisualId)],
    sheets: [
      {
        ...sheetOf(credentials, 'IAM credentials', credentialVisuals),
        parameterControls: [windowControl],
      },
      sheetOf('findings', 'Findings and users', findingVisuals),
    ],
  };
}
