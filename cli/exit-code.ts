/** What every command tells its caller: fine, could not run or bad input, ran and found problems. */
export const exitCode = { fine: 0, couldNotRun: 1, foundProblems: 2 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
