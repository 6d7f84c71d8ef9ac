/** Who wrote a file. It changes whenever the same objects give other bytes: then the newest days are made anew. */
export const writerVersion = 'credential-report-history 1';
