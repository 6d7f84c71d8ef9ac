import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { FunctionSchedule, type ScheduledFunction } from './function-schedule';

export interface FrequentScheduleProps extends ScheduledFunction {
  /** Minutes between two starts. */
  readonly minutes: number;
}

/** Starts a function every few minutes, all day. What is late needs no second try: the next run takes everything. */
export class FrequentSchedule extends FunctionSchedule {
  constructor(scope: Construct, id: string, props: FrequentScheduleProps) {
    const { minutes } = props;
    super(scope, id, {
      ...props,
      schedule: { scheduleExpression: `rate(${minutes} minutes)`, flexibleTimeWindow: { mode: 'OFF' } },
      target: { retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 0 } },
    });
    props.function.configureAsyncInvoke({ maxEventAge: Duration.minutes(minutes), retryAttempts: 0 });
  }
}
