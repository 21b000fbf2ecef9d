// The names that the desktop shell answers itself, beside the core's commands.

/** A register opened on this machine before, the last one first. `opened` is local time, `2023-11-20T09:30:00`. */
export interface RecentRegister {
  folder: string
  institution: string
  opened: string
}

export interface ShellCommands {
  /** Asks for a folder; null where the person thinks better of it. */
  pick_folder: { request: { title: string }; answer: string | null }
  /** Asks for any file. */
  pick_file: { request: { title: string }; answer: string | null }
  /** Asks for a workbook to import (.xlsx, .xls, .ods, .csv). */
  pick_workbook: { request: Record<string, never>; answer: string | null }
  /** Asks for a file with the working days of a year (.json, or a workbook). */
  pick_calendar: { request: Record<string, never>; answer: string | null }
  /** Asks where to save; the ending is added where it is missing. */
  save_file: { request: { suggested: string; extension: string }; answer: string | null }
  /** Opens a file that this session wrote, or the register's folder, with the system's program. */
  open_path: { request: { path: string }; answer: null }
  recent_registers: { request: Record<string, never>; answer: RecentRegister[] }
  /** Asks the work under way to stop; it then ends with the code `cancelled` and leaves nothing half-done. */
  cancel: { request: Record<string, never>; answer: null }
  /** Half-filled forms of a register, kept on this machine outside it, so that they outlive a crash and a pulled stick. */
  drafts: { request: { register: string }; answer: Record<string, string> }
  /** Keeps what was typed under a key; null forgets it. Written to disk before it answers. */
  write_draft: { request: { register: string; key: string; draft: string | null }; answer: null }
  /** Puts text on the clipboard, for spreadsheets and documents also as HTML. */
  copy_text: { request: { text: string; html?: string }; answer: null }
  /** Puts a picture on the clipboard: a PNG in base64. */
  copy_picture: { request: { png: string }; answer: null }
  /** Opens the system's print dialog for the page as it is styled for paper. */
  print: { request: Record<string, never>; answer: null }
}
