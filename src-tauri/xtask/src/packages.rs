//! What the system must have: looked for with dpkg, installed with apt where it is missing.

use std::process::Command;

use crate::system::{Result, ask, finish, program};

/// Something the system must have: the package that is installed for it, those that do as well, and why.
pub struct Need {
    package: &'static str,
    or: &'static [&'static str],
    why: &'static str,
}

const fn need(package: &'static str, or: &'static [&'static str], why: &'static str) -> Need {
    Need { package, or, why }
}

pub const BUILD: &[Need] = &[
    need("build-essential", &["gcc", "clang"], "compiles SQLite and links the programs"),
    need("pkg-config", &["pkgconf"], "finds the libraries of the window"),
    need("libwebkit2gtk-4.1-dev", &[], "the web view that shows the page"),
];

pub const RUN: &[Need] = &[
    need("fonts-noto-cjk", &["fonts-wqy-microhei", "fonts-wqy-zenhei"], "shows Chinese"),
    need("xdg-utils", &[], "opens written reports with the system's program"),
];

pub const TEST: &[Need] = &[
    need("fonts-noto-cjk", &[], "shows Chinese in the window's pictures"),
    need("webkit2gtk-driver", &[], "drives the real window"),
    need("xvfb", &[], "a screen where there is none"),
    need("xauth", &[], "lets programs onto that screen"),
    need("dbus", &[], "a session bus, as a desktop has one"),
    need("dbus-x11", &[], "the session bus on that screen"),
    need("libxml2-utils", &[], "holds written reports against the standard's schemas"),
    need("libreoffice-writer-nogui", &["libreoffice-writer"], "reads written reports independently of us"),
    need("libreoffice-calc-nogui", &["libreoffice-calc"], "reads written workbooks independently of us"),
];

/// Installs what is missing. Elsewhere than on Debian and Ubuntu it says what is needed and goes on.
pub fn install(needs: &[&[Need]]) -> Result {
    let needs: Vec<&Need> = needs.iter().copied().flatten().collect();
    if ask(Command::new("dpkg-query").arg("--version")).is_none() {
        tell_elsewhere(&needs);
        return Ok(());
    }
    let mut missing: Vec<&Need> = Vec::new();
    for need in needs {
        if !is_met(need) && missing.iter().all(|known| known.package != need.package) {
            missing.push(need);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("Missing on this system, to be installed with apt:");
    for need in &missing {
        eprintln!("  {:26} {}", need.package, need.why);
    }
    let sentence = |error: String| format!("{error} Without these packages the app cannot be built here.");
    finish(apt().arg("update")).map_err(sentence)?;
    let packages = missing.iter().map(|need| need.package);
    finish(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages)).map_err(sentence)
}

fn is_met(need: &Need) -> bool {
    std::iter::once(&need.package).chain(need.or).any(|package| {
        let status = ask(Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]));
        status.is_some_and(|status| status == "installed")
    })
}

fn apt() -> Command {
    let is_root = ask(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = program(if is_root { "env" } else { "sudo" });
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    command
}

fn tell_elsewhere(needs: &[&Need]) {
    if cfg!(windows) {
        eprintln!("On Windows the build needs the Microsoft C++ Build Tools and WebView2 (part of Windows 10 and 11).");
    } else if cfg!(target_os = "macos") {
        eprintln!("On macOS the build needs the Xcode command line tools (`xcode-select --install`).");
    } else {
        eprintln!("This is neither Debian nor Ubuntu. Please install what these packages hold there:");
        for need in needs {
            eprintln!("  {:26} {}", need.package, need.why);
        }
    }
}
