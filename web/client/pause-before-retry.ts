/** Half a second to ten seconds, so that the clients of a lost node do not all return at once. */
export const pauseBeforeRetry = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 500 + Math.random() * 9_500);
  });
