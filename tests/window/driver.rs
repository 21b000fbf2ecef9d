//! One WebKitWebDriver with the app that it starts: our own children, ended by their process group.

use std::fs::{File, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

pub struct Driver {
    child: Child,
    pub address: String,
}

impl Driver {
    /// Starts a driver on a free port of this machine. `home` takes the app's settings, data and the driver's words.
    pub fn start(home: &Path, environment: &[(&str, &Path)]) -> Driver {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let words = File::create(home.join("driver.log")).expect("a file for the driver's words");
        let mut command = Command::new("WebKitWebDriver");
        at_home(&mut command, home);
        let child = command
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("SUNREG_E2E_TODAY", TODAY)
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(words.try_clone().expect("the same file twice"))
            .stderr(words)
            // A group of their own, so that the app goes with its driver and nothing else does.
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver comes with the package webkit2gtk-driver");
        Driver { child, address: format!("http://127.0.0.1:{port}") }
    }

    /// As when the power fails: neither driver nor app hears of it.
    pub fn kill(self) {
        signal(self.child.id(), "-KILL");
    }
}

/// The day of every test: what it types lies in the year that it means.
pub const TODAY: &str = "2026-11-23";

/// What the system is asked to open is written here, a line each, and not opened.
const OPENED: &str = "opened";

/// Gives a program settings and data of its own, and a desktop that only notes what it shall open.
/// Accessibility is left out: its bus only fills the output.
pub fn at_home(command: &mut Command, home: &Path) {
    let tools = home.join("bin");
    if !tools.exists() {
        std::fs::create_dir(&tools).expect("a folder for the desktop's tools");
        let opener = tools.join("xdg-open");
        let noting = format!("#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{}'\n", home.join(OPENED).display());
        std::fs::write(&opener, noting).expect("a tool that opens nothing");
        std::fs::set_permissions(&opener, Permissions::from_mode(0o755)).expect("a tool that can be run");
    }
    let before = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(tools).chain(std::env::split_paths(&before));
    command
        .env("PATH", std::env::join_paths(path).expect("a path of folders"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("NO_AT_BRIDGE", "1");
}

/// What the system was asked to open so far.
pub fn opened(home: &Path) -> Vec<PathBuf> {
    let noted = std::fs::read_to_string(home.join(OPENED)).unwrap_or_default();
    noted.lines().map(PathBuf::from).collect()
}

impl Drop for Driver {
    /// Asks driver and app to end, and waits until they have: the app closes its register first.
    fn drop(&mut self) {
        let group = self.child.id();
        signal(group, "-TERM");
        let _ = self.child.wait();
        for _ in 0..200 {
            if !is_alive(group) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        signal(group, "-KILL");
    }
}

/// By the system's `kill`: the standard library ends one process, not its group.
fn signal(group: u32, signal: &str) {
    let _ = Command::new("kill").args([signal, "--", &format!("-{group}")]).stderr(Stdio::null()).status();
}

/// Whether a process of the group still runs; one that ended and was not waited for does not.
fn is_alive(group: u32) -> bool {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.filter_map(|process| std::fs::read_to_string(process.path().join("stat")).ok()).any(|stat| {
        // `pid (name) state parent group …`, proc_pid_stat(5); a name may hold anything but ends at the last `)`.
        let mut after_name = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        let (state, its_group) = (after_name.next(), after_name.nth(1));
        state != Some("Z") && its_group == Some(group.to_string().as_str())
    })
}
