import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { reportStates, type ReportState } from '../../athena-ddl/questions/report-states';
import { readAnswer } from '../../athena-ddl/read-answer';
import { openWorkGroup } from '../athena/work-group';
import { reportDatabase } from '../athena/work-group-name';
import { awsSettings, type AwsOptions } from '../aws-settings';
import { openData, writeAsOf, writeWarnings } from '../open-data';
import type { Terminal } from '../terminal';
import { identifyDeployer } from './deployer';
import { stackInstances } from './stack-instances';
import { instanceLines, reportLines, type StatusLine } from './status-rows';

/** Lines about the StackSet. @throws CommandError where CloudFormation does not tell */
export async function askStacks(options: AwsOptions): Promise<readonly StatusLine[]> {
  const settings = awsSettings(options);
  const { callAs } = await identifyDeployer(settings);
  return instanceLines(await stackInstances(new CloudFormationClient(settings), callAs));
}

/** Lines about the newest reports of a folder. @throws CommandError for what is no folder of reports */
export async function askFolder(data: string, terminal: Terminal): Promise<readonly StatusLine[]> {
  const athena = await openData({ data }, terminal);
  try {
    const states: ReportState[] = readAnswer(reportStates, await athena.query(reportStates.sql));
    writeAsOf(athena, terminal);
    writeWarnings(athena, terminal);
    return reportLines(states);
  } finally {
    athena.close();
  }
}

/** The same of a workgroup. @throws CommandError with Athena's own message */
export async function askDeployed(
  workGroup: string,
  options: AwsOptions,
  terminal: Terminal,
): Promise<readonly StatusLine[]> {
  const athena = openWorkGroup({ workGroup, database: reportDatabase }, options, terminal);
  try {
    return reportLines(readAnswer(reportStates, await athena.ask(reportStates.sql)));
  } finally {
    athena.close();
  }
}
