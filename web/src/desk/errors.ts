/** This tab shows the desk; another one writes it. */
export class ReadOnly extends Error {}

export class WrongPassphrase extends Error {}
