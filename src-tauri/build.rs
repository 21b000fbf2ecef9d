//! Prepares the window's rights and icon; built again where the page was built again.

fn main() {
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}
