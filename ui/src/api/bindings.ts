// A placeholder until the core writes this file: `cargo xtask bindings`.

export interface Commands {
  register_info: { request: Record<string, never>; answer: { folder: string; institution: string } | null }
  new_register: { request: { folder: string; institution: string }; answer: { folder: string; institution: string } }
  open_register: { request: { folder: string }; answer: { folder: string; institution: string } }
}
