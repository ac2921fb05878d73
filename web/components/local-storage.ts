/**
 * Stores a value in this browser: never an address, and nothing leaves the browser. A browser that stores nothing, or
 * is full, is ignored. `null` removes.
 */
export function storeLocally(name: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    /* Not stored. */
  }
}

export function readLocally<T extends object>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
