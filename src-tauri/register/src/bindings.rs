//! The commands' types as TypeScript: `ui/src/api/bindings.ts` is what this says, or the test fails.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::Commands;
use crate::context::Progress;
use crate::things::{Field, Value};

struct Declarations {
    config: Config,
    seen: HashSet<TypeId>,
    /// By name, so that the file does not depend on the order of the visit.
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.found.insert(T::ident(&self.config), format!("{docs}export {}", T::decl(&self.config)));
        }
    }
}

fn bindings() -> String {
    let mut declarations =
        Declarations { config: Config::new().with_large_int("number"), seen: HashSet::new(), found: BTreeMap::new() };
    declarations.visit::<Commands>();
    // Named in types that are written by hand, and in the event of long work.
    declarations.visit::<Value>();
    declarations.visit::<Field>();
    declarations.visit::<Progress>();
    let mut text = "// Generated from the register's table of commands: cargo xtask bindings\n".to_owned();
    for declaration in declarations.found.values() {
        text.push('\n');
        text.push_str(declaration);
        text.push('\n');
    }
    text
}

#[test]
fn bindings_are_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/bindings.ts");
    let bindings = bindings();
    if std::env::var_os("SUNREG_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &bindings).expect("written");
    }
    let current = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(current == bindings, "ui/src/api/bindings.ts is not current: cargo xtask bindings");
}
