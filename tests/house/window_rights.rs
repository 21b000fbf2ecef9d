//! What the page in the window may do: reach nothing outside, and ask the shell for nothing but its one command.

use serde_json::{Value, json};

use crate::files::root;

fn read(path: &str) -> Value {
    serde_json::from_slice(&std::fs::read(root().join(path)).unwrap()).unwrap()
}

#[test]
fn the_page_loads_nothing_from_outside() {
    let settings = read("src-tauri/tauri.conf.json");
    let policy = settings["app"]["security"]["csp"].as_object().expect("a content security policy");
    assert_eq!(policy["default-src"], "'self'");
    let open = ["https:", "http:", "ws:", "wss:", "*", "'unsafe-eval'"];
    for (directive, sources) in policy {
        for source in sources.as_str().unwrap().split(' ').filter(|source| *source != "http://ipc.localhost") {
            assert!(!open.iter().any(|word| source.starts_with(word)), "{directive} allows {source}");
        }
    }
    assert!(!policy.contains_key("script-src"), "scripts come from the app alone, as everything does");
}

#[test]
fn the_page_may_call_and_listen_and_nothing_else() {
    let capability = read("src-tauri/capabilities/main.json");
    assert_eq!(capability["permissions"], json!(["core:event:allow-listen", "core:event:allow-unlisten"]));
    let files = std::fs::read_dir(root().join("src-tauri/capabilities")).unwrap().count();
    assert_eq!(files, 1, "another file would give other rights");
}
