import type { Progress } from '../progress';

/** Begins to show work of so many steps, where it takes longer than a moment: from `worthShowing` steps on. */
export type StartProgress = (total: number, worthShowing: number) => Progress;
