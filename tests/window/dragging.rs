//! Files held over the window and let go, as a file manager does it: the dragging side of XDND 5 (freedesktop.org).

use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME, NONE};

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndAware,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndLeave,
        XdndDrop,
        XdndFinished,
        XdndSelection,
        XdndActionCopy,
        TARGETS,
        uris: b"text/uri-list",
    }
}

const VERSION: u32 = 5;
/// Somewhere in the page.
const X: i16 = 600;
const Y: i16 = 400;
const PATIENCE: Duration = Duration::from_secs(10);

/// A window that files are dragged from. It stays where it is while they are dragged, one after another.
pub struct FileManager {
    server: RustConnection,
    atoms: Atoms,
    root: Window,
    window: Window,
}

impl FileManager {
    pub fn open() -> FileManager {
        let (server, screen) = x11rb::connect(None).expect("the tests have a screen");
        let root = server.setup().roots[screen].root;
        let atoms = Atoms::new(&server).unwrap().reply().unwrap();
        let window = server.generate_id().unwrap();
        let (look, copied) = (CreateWindowAux::new(), COPY_FROM_PARENT);
        server
            .create_window(
                COPY_DEPTH_FROM_PARENT,
                window,
                root,
                0,
                0,
                1,
                1,
                0,
                WindowClass::INPUT_OUTPUT,
                copied,
                &look,
            )
            .unwrap();
        FileManager { server, atoms, root, window }
    }

    /// Takes files up and holds them over the app's window, until it says that it would take them.
    pub fn hold(&self, paths: &[&Path]) -> Dragged<'_> {
        let FileManager { server, atoms, root, window } = self;
        server.set_selection_owner(*window, atoms.XdndSelection, CURRENT_TIME).unwrap();
        let target = server.translate_coordinates(*root, *root, X, Y).unwrap().reply().unwrap().child;
        let aware = server.get_property(false, target, atoms.XdndAware, AtomEnum::ANY, 0, 1).unwrap().reply().unwrap();
        assert_ne!(aware.type_, NONE, "the window over which the files hang takes none");
        let uris = paths.iter().map(|path| uri(path) + "\r\n").collect::<String>().into_bytes();
        let dragged = Dragged { from: self, target, uris };
        dragged.tell(atoms.XdndEnter, [VERSION << 24, atoms.uris, NONE, NONE]);
        let place = u32::try_from(i32::from(X) << 16 | i32::from(Y)).unwrap();
        let held = Instant::now();
        loop {
            dragged.tell(atoms.XdndPosition, [0, place, CURRENT_TIME, atoms.XdndActionCopy]);
            let [_, takes, ..] = dragged.answer(atoms.XdndStatus);
            if takes & 1 == 1 {
                return dragged;
            }
            assert!(held.elapsed() < PATIENCE, "the window takes none of {paths:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    pub fn drag(&self, paths: &[&Path]) {
        self.hold(paths).let_go();
    }
}

/// Files that hang over the app's window.
pub struct Dragged<'a> {
    from: &'a FileManager,
    target: Window,
    uris: Vec<u8>,
}

impl Dragged<'_> {
    /// Lets the files go.
    pub fn let_go(self) {
        self.tell(self.from.atoms.XdndDrop, [0, CURRENT_TIME, 0, 0]);
        self.answer(self.from.atoms.XdndFinished);
    }

    /// Takes the files away from the window again.
    pub fn take_away(self) {
        self.tell(self.from.atoms.XdndLeave, [0; 4]);
    }

    fn tell(&self, message: Atom, [a, b, c, d]: [u32; 4]) {
        let message = ClientMessageEvent::new(32, self.target, message, [self.from.window, a, b, c, d]);
        self.from.server.send_event(false, self.target, EventMask::NO_EVENT, message).unwrap();
        self.from.server.flush().unwrap();
    }

    /// What the window answers; meanwhile the files are named to whoever asks.
    fn answer(&self, message: Atom) -> [u32; 5] {
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            match self.from.server.poll_for_event().unwrap() {
                Some(Event::SelectionRequest(request)) => self.name_files(request),
                Some(Event::ClientMessage(answer)) if answer.type_ == message => return answer.data.as_data32(),
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        panic!("the window does not answer what is dragged over it");
    }

    fn name_files(&self, asked: SelectionRequestEvent) {
        let Atoms { TARGETS, uris, .. } = self.from.atoms;
        let (window, property) = (asked.requestor, asked.property);
        let named = if asked.target == uris {
            self.from.server.change_property8(PropMode::REPLACE, window, property, uris, &self.uris).unwrap();
            property
        } else if asked.target == TARGETS {
            self.from.server.change_property32(PropMode::REPLACE, window, property, AtomEnum::ATOM, &[uris]).unwrap();
            property
        } else {
            NONE
        };
        let told = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: window,
            selection: asked.selection,
            target: asked.target,
            property: named,
        };
        self.from.server.send_event(false, window, EventMask::NO_EVENT, told).unwrap();
        self.from.server.flush().unwrap();
    }
}

/// As file managers write a path: each byte that is no plain sign as %XX.
fn uri(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/.-_~".contains(&byte);
    let written = |&byte: &u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    format!("file://{}", path.as_os_str().as_bytes().iter().map(written).collect::<String>())
}
