/** This tab shows the desk; another one writes it. */
export class ReadOnly extends Error {}

export class WrongPassphrase extends Error {}

/** A new passphrase that was typed differently the second time. */
export class DifferentPassphrases extends Error {}

/**
 * A file that is no desk, or a damaged one. `why`: `form` where it is none at all, `chain` where its journal does not
 * hold; `missing` and `shape` name a member; `cut` where it holds fewer entries than it says, `[held, said]`.
 */
export class NotADesk extends Error {
  constructor(readonly why: "form" | "chain" | "missing" | "shape" | "cut" = "form", readonly what: string | [number, number] = "") {
    super(why);
  }
}

/** The rules of the desk in a file cannot be read; `cause` is what the core says against them. */
export class UnreadablePolicy extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message);
  }
}
