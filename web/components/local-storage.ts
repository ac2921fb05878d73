/**
 * What this browser keeps for its reader: never an address, and nothing of it leaves the browser. A browser that keeps
 * nothing, or is full, is no fault: it forgets. `null` forgets.
 */
export function storeLocally(name: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    /* Forgotten. */
  }
}

export function readLocally<T extends object>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
