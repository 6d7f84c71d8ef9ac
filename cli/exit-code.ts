/** What every command tells its caller: fine, could not run or bad input, ran and found problems, ended by Ctrl-C as shells tell it. */
export const exitCode = { fine: 0, couldNotRun: 1, foundProblems: 2, interrupted: 130 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
