/** Single flight: identical questions at the same time are asked once. Nothing is kept after the answer. */
export class SingleFlight<T> {
  private readonly asking = new Map<string, Promise<T>>();

  isAsking(question: string): boolean {
    return this.asking.has(question);
  }

  ask(question: string, answer: () => Promise<T>): Promise<T> {
    const running = this.asking.get(question);
    if (running) return running;
    const asked = answer().finally(() => this.asking.delete(question));
    this.asking.set(question, asked);
    return asked;
  }
}
