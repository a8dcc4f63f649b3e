/** This tab shows the desk; another one writes it. */
export class ReadOnly extends Error {}

export class WrongPassphrase extends Error {}

/** A file that is no desk, or a damaged one; `why` is `chain` where its journal does not hold. */
export class NotADesk extends Error {
  constructor(readonly why: "form" | "chain" = "form") {
    super(why);
  }
}
