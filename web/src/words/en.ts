import type { Words } from "./words";

export const en: Words = {
  name: "Relais",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  continue: "Continue",
  justNow: "just now",
  at: (path) => `(at ${path})`,

  areas: { agenda: "Calendar", requests: "Requests", handover: "Handover" },
  header: {
    main: "The three areas",
    search: "Search or act…",
    undo: "Undo",
    note: "Note",
    otherLanguage: "Français",
    theme: "Theme",
    menu: "Desk",
    skip: "Skip to the content",
  },
  strip: {
    label: "Indicators",
    today: "Appointments today",
    conflicts: "Conflicts to solve",
    open: "Open requests",
    reply: "Median reply",
    none: "–",
    trend: (days) => `Over ${days} days`,
  },

  steps: {
    imported: "import",
    accepted: "accepted changes",
    locked: "lock",
    moved: "moved appointment",
    noted: "note",
    corrected: "correction",
    answered: "recorded reply",
    closed: "handled request",
    policy: "rules of the desk",
  },
  undone: (what) => `Undone: ${what}`,
  nothingToUndo: "Nothing to undo",

  errors: {
    readOnly: "Relais is open in another tab: this one shows, the other one writes.",
    wrongPassphrase: "That is not the right passphrase.",
    full: "The browser has no more room for Relais. Save the desk to a file, then make room.",
    unexpected: (what) => `Something failed: ${what}`,
    tooLarge: (name, size, limit) => `“${name}” has ${size}; the limit is ${limit}. Nothing was changed.`,
    empty: (name) => `“${name}” is empty.`,
    unknownKind: (name) => `“${name}” is neither a calendar (.ics), nor a request (.eml, .jsonl, .csv), nor a Relais desk.`,
    inFile: (name, what) => `“${name}”: ${what}`,
  },
};
