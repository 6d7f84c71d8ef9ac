import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { maxRetryAgeSeconds, maxScheduleAgeSeconds } from '../../config/timing';
import { FunctionSchedule, type ScheduledFunction } from './function-schedule';

export interface DailyScheduleProps extends ScheduledFunction {
  /** `cron(…)`, in UTC. */
  readonly expression: string;
  /** Minutes over which Scheduler spreads the start; Scheduler allows 1 to 1440. @default no window */
  readonly spreadMinutes?: number;
}

/**
 * Starts a function once a day and tells it the time that it was scheduled for. What is late stays in its day: Scheduler
 * and Lambda give up before midnight, see `timing.ts`.
 */
export class DailySchedule extends FunctionSchedule {
  constructor(scope: Construct, id: string, props: DailyScheduleProps) {
    super(scope, id, {
      ...props,
      schedule: {
        scheduleExpression: props.expression,
        scheduleExpressionTimezone: 'UTC',
        flexibleTimeWindow:
          props.spreadMinutes === undefined
            ? { mode: 'OFF' }
            : { mode: 'FLEXIBLE', maximumWindowInMinutes: props.spreadMinutes },
      },
      target: {
        // Scheduler replaces the placeholder by the time that the run was scheduled for.
        input: JSON.stringify({ scheduled_at: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumEventAgeInSeconds: maxScheduleAgeSeconds, maximumRetryAttempts: 10 },
      },
    });
    props.function.configureAsyncInvoke({
      maxEventAge: Duration.seconds(maxRetryAgeSeconds),
      retryAttempts: 2, // the most that Lambda makes
    });
  }
}

/** The daily cron expression of so many minutes after midnight UTC. */
export function dailyExpression(minutes: number): string {
  return `cron(${minutes % 60} ${Math.floor(minutes / 60)} * * ? *)`;
}
