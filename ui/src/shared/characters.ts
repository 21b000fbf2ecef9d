// How long a text is, as the register counts it.

/** Characters, not the halves that a text is stored in. */
export const charactersOf = (text: string): number => [...text].length
